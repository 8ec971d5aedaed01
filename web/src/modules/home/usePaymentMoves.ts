import { InvoiceId, type InvoiceRow, listMyInvoices } from '#modules/invoices/contract.ts'
import { viewMyPayability } from '#modules/payments/payability/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import type { PortalMoves } from '#web/modules/home/portalMove.ts'

const unpaid: InvoiceRow['status'][] = ['submitted', 'in_approval', 'approved', 'scheduled', 'payment_returned']
const nothing = InvoiceId.parse('00000000-0000-7000-8000-000000000000')

/**
 * What keeps the contractor's money and is theirs to clear, such as a missing tax form. It is the same for all their
 * invoices, so one that is not paid yet is asked about.
 */
export const usePaymentMoves = (): PortalMoves => {
  const { here } = useSession()
  const isOn = !here.modulesOff.includes('payments') && !here.modulesOff.includes('invoices')
  const open = useView(listMyInvoices, { status: unpaid, limit: 1 }, { enabled: isOn })
  const invoiceId = open.data?.items[0]?.id
  const asked = useView(viewMyPayability, { invoiceId: invoiceId ?? nothing }, { enabled: invoiceId !== undefined })
  const moves = (asked.data?.blockers ?? []).flatMap(({ code, sentence, owner, since, by, clears }) =>
    owner !== 'contractor' || clears.path === null
      ? []
      : [{ id: code, whose: 'yours' as const, title: sentence, path: clears.path.replace(/^\//, ''), by, since }],
  )
  return { moves, isLoading: (isOn && open.isPending) || (invoiceId !== undefined && asked.isPending) }
}

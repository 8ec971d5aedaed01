import { type InvoiceRow, listMyInvoices } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useView } from '#web/lib/useView.ts'
import type { PortalMove, PortalMoves } from '#web/modules/home/portalMove.ts'

/** Invoices to finish or to change, and those that are being looked at. */
export const useInvoiceMoves = (): PortalMoves => {
  const { here } = useSession()
  const enabled = !here.modulesOff.includes('invoices')
  const status: InvoiceRow['status'][] = ['draft', 'returned_for_changes', 'submitted', 'in_approval']
  const found = useView(listMyInvoices, { status, limit: 20 }, { enabled })
  return {
    moves: (found.data?.items ?? []).map((invoice) => moveOf(invoice, here.name)),
    isLoading: enabled && found.isPending,
  }
}

const moveOf = ({ id, number, status, total, submittedAt }: InvoiceRow, organization: string): PortalMove => {
  const about = { id, detail: formatMoney(total), path: `portal/invoices/${id}`, by: null, since: submittedAt }
  if (status === 'draft') return { ...about, whose: 'yours', title: `Finish and submit invoice ${number}` }
  if (status === 'returned_for_changes') {
    return { ...about, whose: 'yours', title: `Change invoice ${number}, it came back` }
  }
  return { ...about, whose: 'ours', title: `${organization} looks at invoice ${number}` }
}

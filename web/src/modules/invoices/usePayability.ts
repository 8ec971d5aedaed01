import type { InvoiceId } from '#modules/invoices/contract.ts'
import { type PayabilityView, viewMyPayability, viewPayability } from '#modules/payments/payability/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** Why an invoice is not paid yet and where it stands, for whoever may know; undefined without payments. */
export const usePayability = (invoiceId: InvoiceId): PayabilityView | undefined => {
  const { here } = useSession()
  const enabled = here.can.includes('payments.view-payability') && !here.modulesOff.includes('payments')
  return useView(viewPayability, { invoiceId }, { enabled }).data
}

/** The same for the contractor’s own invoice. A draft is not on its way yet. */
export const useMyPayability = (invoiceId: InvoiceId, isSubmitted: boolean): PayabilityView | undefined => {
  const { here } = useSession()
  const enabled = isSubmitted && !here.modulesOff.includes('payments')
  return useView(viewMyPayability, { invoiceId }, { enabled }).data
}

import type { OfContractor } from '#web/app/contractorParts.ts'
import { InvoicesOf } from '#web/modules/invoices/InvoicesOf.tsx'

/** On a contractor's page: what they have asked to be paid. */
export const ContractorInvoices = ({ contractor }: OfContractor) => (
  <InvoicesOf filter={{ contractorId: contractor.id }} />
)

import { type InvoiceRow, listInvoices } from '#modules/invoices/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** The most that is asked for at once; whoever has more waiting works through these first. */
const shownMax = 200

/** What waits for a decision, the oldest first. Asked by the inbox, the number beside its page and the home page alike. */
export const useInvoicesToDecide = () => {
  const enabled = useMay('invoices.approve')
  const found = useView(listInvoices, { status: ['submitted', 'in_approval'], limit: shownMax }, { enabled })
  return {
    ...found,
    waiting: found.data && oldestFirst(found.data.items),
    hasMore: (found.data?.next ?? null) !== null,
  }
}

const oldestFirst = (rows: readonly InvoiceRow[]): readonly InvoiceRow[] =>
  rows.toSorted((one, other) => (one.submittedAt?.getTime() ?? 0) - (other.submittedAt?.getTime() ?? 0))

/** How many there are, for the number beside the page. */
export const useInvoiceCount = (): number | undefined => useInvoicesToDecide().waiting?.length

import { type InvoiceRow, type InvoiceStatus, listInvoices, sumInvoices } from '#modules/invoices/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

const undecided: InvoiceStatus[] = ['submitted', 'in_approval']

/** The most that is asked for at once; whoever has more waiting works through these first. */
const shownMax = 200

/** What waits for a decision, the oldest first. Asked by the inbox, the number beside its page and the home page alike. */
export const useInvoicesToDecide = () => {
  const enabled = useMay('invoices.approve')
  const found = useView(listInvoices, { status: undecided, limit: shownMax }, { enabled })
  return {
    ...found,
    waiting: found.data && oldestFirst(found.data.items),
    hasMore: (found.data?.next ?? null) !== null,
  }
}

const oldestFirst = (rows: readonly InvoiceRow[]): readonly InvoiceRow[] =>
  rows.toSorted((one, other) => (one.submittedAt?.getTime() ?? 0) - (other.submittedAt?.getTime() ?? 0))

/** How many there are and what they come to, however few of them a page shows. */
export const useInvoicesToDecideSums = () => {
  const enabled = useMay('invoices.approve')
  const { data } = useView(sumInvoices, { status: undecided }, { enabled })
  return (
    data && {
      count: data.items.reduce((all, { count }) => all + count, 0),
      totals: data.items.map(({ total }) => total),
    }
  )
}

/** The number beside the page. */
export const useInvoiceCount = (): number | undefined => useInvoicesToDecideSums()?.count

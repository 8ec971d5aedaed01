import { useInvoiceCount } from '#web/modules/invoices/useInvoicesToDecide.ts'
import { useBankAccountCount } from '#web/modules/payees/useBankAccountCount.ts'

export type WaitingSource = Readonly<{
  /** The page of `navigation.ts` it belongs to. */
  path: string
  /** Asked while the shell is open, by whoever may open that page. */
  useCount: () => number | undefined
}>

/** What can wait for somebody. Apart from the navigation, because it brings contracts along and the shell must not. */
export const waitingSources: readonly WaitingSource[] = [
  { path: 'invoices', useCount: useInvoiceCount },
  { path: 'bank-accounts', useCount: useBankAccountCount },
]

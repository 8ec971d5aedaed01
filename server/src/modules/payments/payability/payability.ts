import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { type Invoice, invoiceOf } from '#modules/invoices/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { holdSources } from '#modules/payments/holds/hold-sources.ts'
import { holdsOf } from '#modules/payments/holds/store.ts'
import { paymentBlockers } from './payment-blockers.ts'
import { stateBlockers } from './state-blockers.ts'
import { paymentFactsOfMany } from './store.ts'

type Asking = Pick<Work, 'tx' | 'now' | 'modules'>

/** Nothing more can come of it: the money is on its way or there, or there will be none. */
const isOver = ({ status }: Pick<Invoice, 'status'>): boolean =>
  ['sent', 'settled', 'rejected', 'void', 'credited', 'paid_outside'].includes(status)

/**
 * May this invoice be paid, and if not, why? Every module that can hold a payment up says so by its view, and the one list
 * is what the staff, the contractor and the pay run go by. Empty when nothing is in the way.
 */
export const payability = async (work: Asking, invoiceId: InvoiceId): Promise<readonly Blocker[]> =>
  payabilityOf(work, await invoiceOf(work.tx, invoiceId))

export const payabilityOf = async (work: Asking, invoice: Invoice): Promise<readonly Blocker[]> =>
  (await payabilityOfMany(work, [invoice])).get(invoice.id) ?? []

/** The same for a page of them, by the same statements. */
export const payabilityOfMany = async (
  work: Asking,
  invoices: readonly Invoice[],
): Promise<ReadonlyMap<string, readonly Blocker[]>> => {
  const { tx } = work
  const ids = invoices.filter((invoice) => !isOver(invoice)).map(({ id }) => id)
  const [holds, facts, today] = await Promise.all([
    holdSources(work).then((sources) => holdsOf(tx, sources, ids)),
    paymentFactsOfMany(tx, ids),
    todayOf(work),
  ])
  return new Map(
    invoices.map((invoice) => {
      const known = facts.get(invoice.id)
      const calendar = known ? paymentBlockers({ facts: known, today }) : []
      return [invoice.id, [...stateBlockers(invoice), ...(holds.get(invoice.id) ?? []), ...calendar]]
    }),
  )
}

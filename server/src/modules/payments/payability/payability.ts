import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import { agreementBlockers } from '#modules/agreements/index.ts'
import { contractorBlockers } from '#modules/directory/index.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { type Invoice, invoiceOf } from '#modules/invoices/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { payoutBlockers } from '#modules/payees/index.ts'
import { taxBlockers } from '#modules/tax/index.ts'
import { paymentBlockers } from './payment-blockers.ts'
import { stateBlockers } from './state-blockers.ts'
import { paymentFactsOf } from './store.ts'

type Asking = Pick<Work, 'tx' | 'now'>

/** Nothing more can come of it: the money is on its way or there, or there will be none. */
const isOver = ({ status }: Pick<Invoice, 'status'>): boolean =>
  ['sent', 'settled', 'rejected', 'void', 'credited', 'paid_outside'].includes(status)

/**
 * May this invoice be paid, and if not, why? Every module that can hold a payment up answers here, and the one list is
 * what the staff, the contractor and the pay run go by. Empty when nothing is in the way.
 */
export const payability = async (work: Asking, invoiceId: InvoiceId): Promise<readonly Blocker[]> =>
  payabilityOf(work, await invoiceOf(work.tx, invoiceId))

export const payabilityOf = async (work: Asking, invoice: Invoice): Promise<readonly Blocker[]> => {
  const { tx } = work
  const own = stateBlockers(invoice)
  if (isOver(invoice)) return own
  const { contractorId, engagementId } = invoice
  const [contractor, agreements, tax, payout, facts, today] = await Promise.all([
    contractorBlockers(tx, contractorId),
    agreementBlockers(tx, { contractorId, engagementId }),
    taxBlockers(tx, contractorId),
    payoutBlockers(tx, contractorId),
    paymentFactsOf(tx, invoice.id),
    todayOf(work),
  ])
  return [
    ...own,
    // Work that was done is paid even when its contractor has left; only a ban holds it back.
    ...contractor.filter(({ code }) => code === 'directory.do-not-engage'),
    // A signature that is missing on our own side is no reason to keep somebody's money.
    ...agreements.filter(({ owner }) => owner === 'contractor'),
    ...tax,
    ...payout,
    ...paymentBlockers({ invoice, facts, today }),
  ]
}

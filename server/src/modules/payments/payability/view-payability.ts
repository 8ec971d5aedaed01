import { may } from '#kernel/actor.ts'
import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import { query } from '#kernel/query.ts'
import { memberNames } from '#modules/access/index.ts'
import { type Invoice, invoiceFor } from '#modules/invoices/index.ts'
import { readPayability, seeOwnPayments } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { forContractor } from './for-contractor.ts'
import { payabilityOf } from './payability.ts'
import { stepsOf } from './steps.ts'
import { paymentFactsOf } from './store.ts'

type Told = (blockers: readonly Blocker[]) => readonly Blocker[]

const answer = async (work: Work, invoice: Invoice, told: Told): Promise<contract.PayabilityView> => {
  const { tx } = work
  const { id: invoiceId, number, status, total, approvedBy } = invoice
  const blockers = await payabilityOf(work, invoice)
  const facts = await paymentFactsOf(tx, invoiceId)
  const names = await memberNames(tx, approvedBy ? [approvedBy] : [])
  const approver = approvedBy ? (names.get(approvedBy) ?? null) : null
  return {
    invoiceId,
    number,
    status,
    amount: total,
    blockers: [...told(blockers)],
    steps: stepsOf({ invoice, facts, approver }),
  }
}

export const viewPayability = query(contract.viewPayability)({
  allow: (actor) => may(actor, readPayability),
  read: async (work, { invoiceId }) =>
    answer(work, await invoiceFor(work.actor, work.tx, invoiceId), (blockers) => blockers),
})

export const viewMyPayability = query(contract.viewMyPayability)({
  allow: (actor) => may(actor, seeOwnPayments),
  read: async (work, { invoiceId }) =>
    answer(work, await invoiceFor(work.actor, work.tx, invoiceId), (blockers) =>
      forContractor(blockers, work.modules),
    ),
})

import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { mayReadRuns } from '#modules/payments/pay-runs/pay-run.ts'
import { seeOwnPayments } from '#modules/payments/permissions.ts'
import * as contract from './contract.ts'
import { viewOfPayment } from './payment.ts'
import { paymentOf, paymentsPage } from './store.ts'

export const listPayments = query(contract.listPayments)({
  allow: mayReadRuns,
  read: ({ tx }, page) => paymentsPage(tx, page),
})

/** What is only prepared may still change, so that the contractor hears of it once it is on its way. */
export const listMyPayments = query(contract.listMyPayments)({
  allow: (actor) => may(actor, seeOwnPayments) && actor.contractorId !== undefined,
  read: ({ tx, actor: { contractorId } }, page) =>
    paymentsPage(tx, { ...page, contractorId, status: ['sent', 'settled', 'returned'] }),
})

export const viewPayment = query(contract.viewPayment)({
  allow: mayReadRuns,
  read: async ({ tx, actor }, { paymentId }) => viewOfPayment(await paymentOf(tx, paymentId), actor),
})

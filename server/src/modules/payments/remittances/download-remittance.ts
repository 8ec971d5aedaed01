import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { downloadOf } from '#modules/files/index.ts'
import { mayReadRuns } from '#modules/payments/pay-runs/pay-run.ts'
import * as contract from '#modules/payments/payments/contract.ts'
import type { Payment } from '#modules/payments/payments/payment.ts'
import { paymentOf } from '#modules/payments/payments/store.ts'
import { seeOwnPayments } from '#modules/payments/permissions.ts'
import { noRemittanceYet, paymentNotFound } from '#modules/payments/problems.ts'

const isTheirs = (actor: Actor, { contractorId, status }: Payment): boolean =>
  may(actor, seeOwnPayments) && actor.contractorId === contractorId && status !== 'prepared'

export const downloadRemittance = query(contract.downloadRemittance)({
  allow: (actor) => mayReadRuns(actor) || may(actor, seeOwnPayments),
  read: async (work, { paymentId }) => {
    const payment = await paymentOf(work.tx, paymentId)
    if (!mayReadRuns(work.actor) && !isTheirs(work.actor, payment)) throw paymentNotFound({ paymentId })
    if (!payment.remittanceFileId) throw noRemittanceYet()
    return downloadOf(work, payment.remittanceFileId)
  },
})

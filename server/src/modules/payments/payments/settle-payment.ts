import { command, type Work } from '#kernel/command.ts'
import { holdReconciler, mayReconcile, type PayRun } from '#modules/payments/pay-runs/pay-run.ts'
import { holdPayRun } from '#modules/payments/pay-runs/store.ts'
import { bookSettlement } from './book-settlement.ts'
import * as contract from './contract.ts'
import { finishRun } from './finish-run.ts'
import { type Payment, viewOfPayment } from './payment.ts'
import { lockPayment, paymentOf } from './store.ts'

type Ask = Readonly<{ paymentId: Payment['id']; version: number }>

/** The run first and then its payment, so that two acts on one run never wait for each other in a circle. */
export const holdPayment = async ({ tx }: Work, input: Ask): Promise<Readonly<{ run: PayRun; payment: Payment }>> => {
  const { payRunId } = await paymentOf(tx, input.paymentId)
  const run = await holdPayRun(tx, payRunId)
  return { run, payment: await lockPayment(tx, input) }
}

export const settlePayment = command(contract.settlePayment)({
  load: holdPayment,
  allow: mayReconcile,
  run: async (work, { run, payment }, { paymentId, settledOn }) => {
    holdReconciler(run, work.actor.personId)
    const [first, ...events] = await bookSettlement(work, [payment], settledOn)
    if (!first) throw new Error('A payment settled and nothing was recorded.')
    const done = await finishRun(work, run.id)
    return {
      result: viewOfPayment(await paymentOf(work.tx, paymentId), work.actor),
      events: [first, ...events, ...done],
    }
  },
})

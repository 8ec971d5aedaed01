import { command } from '#kernel/command.ts'
import { bookSettlement } from '#modules/payments/payments/book-settlement.ts'
import { finishRun } from '#modules/payments/payments/finish-run.ts'
import { paymentsOnTheWay } from '#modules/payments/payments/store.ts'
import { payRunCannotMove } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { holdReconciler, mayReconcile } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { lockPayRunRow, payRunOf } from './store.ts'

export const settlePayRun = command(contract.settlePayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayReconcile,
  run: async (work, run, { payRunId, settledOn }) => {
    holdReconciler(run, work.actor.personId)
    const [first, ...events] = await bookSettlement(work, await paymentsOnTheWay(work.tx, payRunId), settledOn)
    if (!first) throw payRunCannotMove({ from: run.status, to: 'settled' })
    const done = await finishRun(work, payRunId)
    return {
      result: await namedRunView(work, await payRunOf(work.tx, payRunId)),
      events: [first, ...events, ...done],
    }
  },
})

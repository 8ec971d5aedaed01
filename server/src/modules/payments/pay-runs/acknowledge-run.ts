import { command } from '#kernel/command.ts'
import { runAcknowledged } from '#modules/payments/events.ts'
import * as contract from './contract.ts'
import { aboutRun, mayReconcile, step } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { lockPayRunRow, payRunOf, savePayRun } from './store.ts'

export const acknowledgePayRun = command(contract.acknowledgePayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayReconcile,
  run: async (work, exported, { payRunId }) => {
    const { tx, now } = work
    await savePayRun(tx, { ...step(exported, 'acknowledged', now), acknowledgedAt: now })
    return {
      result: await namedRunView(work, await payRunOf(tx, payRunId)),
      events: [runAcknowledged(aboutRun(exported))],
    }
  },
})

import { command } from '#kernel/command.ts'
import { runLocked } from '#modules/payments/events.ts'
import { nothingToPay } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { lock, mayPrepare, totalsOfRun } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { contentHashOfRun, lockPayRunRow, payRunOf, savePayRun } from './store.ts'
import { takeOut } from './take-out.ts'
import { whatChanged } from './what-changed.ts'

export const lockPayRun = command(contract.lockPayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayPrepare,
  run: async (work, open, { payRunId }) => {
    const { tx, actor, now } = work
    const { personId } = actor
    // Refused before the work, when the run is past that.
    lock(open, { personId, now, contentHash: '' })
    const { run, events } = await takeOut(work, open, { leaving: await whatChanged(work, open), atStep: 'locked' })
    if (run.payments === 0) throw nothingToPay()
    await savePayRun(tx, lock(run, { personId, now, contentHash: await contentHashOfRun(tx, payRunId) }))
    return {
      result: await namedRunView(work, await payRunOf(tx, payRunId)),
      events: [runLocked(totalsOfRun(run)), ...events],
    }
  },
})

import { command } from '#kernel/command.ts'
import { recordDecision } from '#modules/approvals/index.ts'
import { runApproved } from '#modules/payments/events.ts'
import { payRunChanged } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { holdDuties } from './hold-duties.ts'
import { approve, mayRelease, totalsOfRun } from './pay-run.ts'
import { namedRunView } from './run-view.ts'
import { contentHashOfRun, lockPayRunRow, payRunOf, savePayRun } from './store.ts'

export const approvePayRun = command(contract.approvePayRun)({
  load: ({ tx }, input) => lockPayRunRow(tx, input),
  allow: mayRelease,
  run: async (work, locked, { payRunId }) => {
    const { tx, actor, now } = work
    const approved = approve(locked, { personId: actor.personId, now })
    await holdDuties(work, locked)
    const contentHash = await contentHashOfRun(tx, payRunId)
    if (contentHash !== locked.contentHash) throw payRunChanged()
    await recordDecision(work, {
      kind: 'pay-run',
      subjectId: payRunId,
      contentHash,
      // No amount: limits are for invoices, and each of these was approved within them.
      amount: null,
      siblingsSince: null,
      involvedPersonIds: locked.prepared ? [locked.prepared.personId] : [],
      decision: 'approved',
      note: null,
    })
    await savePayRun(tx, approved)
    return {
      result: await namedRunView(work, await payRunOf(tx, payRunId)),
      events: [runApproved({ ...totalsOfRun(approved), contentHash })],
    }
  },
})

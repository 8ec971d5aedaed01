import { command } from '#kernel/command.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { assignmentAccepted } from '#modules/work/events.ts'
import { assignmentBlocked } from '#modules/work/problems.ts'
import { accept, mayAnswer } from './assignment.ts'
import { assignmentBlockers } from './assignment-blockers.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { startIfDue } from './start-due.ts'
import { assignmentOf, lockAssignment, saveAssignment } from './store.ts'

export const acceptAssignment = command(contract.acceptAssignment)({
  load: ({ tx, actor }, input) => lockAssignment(actor, tx, input),
  allow: mayAnswer,
  run: async (work, offered, { assignmentId }) => {
    const { tx, now } = work
    const today = await todayOf(work)
    const accepted = accept(offered, { today, now })
    const blockers = await assignmentBlockers(work, offered)
    if (blockers.length > 0)
      throw assignmentBlocked({ blockers: blockers.map(({ code, sentence }) => ({ code, sentence })) })
    await saveAssignment(tx, accepted)
    const { projectId, contractorId, title } = offered
    const events = [assignmentAccepted({ assignmentId, projectId, contractorId, title })] as const
    const started = await startIfDue(work, await assignmentOf(tx, assignmentId), today)
    return {
      result: await viewOfAssignment(work, await assignmentOf(tx, assignmentId)),
      events: [...events, ...started],
    }
  },
})

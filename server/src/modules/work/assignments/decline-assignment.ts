import { command } from '#kernel/command.ts'
import { assignmentDeclined } from '#modules/work/events.ts'
import { decline, mayAnswer } from './assignment.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentOf, lockAssignment, saveAssignment } from './store.ts'

export const declineAssignment = command(contract.declineAssignment)({
  load: ({ tx, actor }, input) => lockAssignment(actor, tx, input),
  allow: mayAnswer,
  run: async (work, offered, { assignmentId, reason }) => {
    await saveAssignment(work.tx, decline(offered, reason, work.now))
    const { projectId, contractorId, title } = offered
    return {
      result: await viewOfAssignment(work, await assignmentOf(work.tx, assignmentId)),
      events: [
        assignmentDeclined({ assignmentId, projectId, contractorId, title, reason: reason || 'no reason given' }),
      ],
    }
  },
})

import { command } from '#kernel/command.ts'
import { assignmentMoved } from '#modules/work/events.ts'
import { assignmentCannotMove } from '#modules/work/problems.ts'
import { mayChangeAssignment, move, movesOpenTo } from './assignment.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentOf, lockAssignment, saveAssignment } from './store.ts'

export const moveAssignment = command(contract.moveAssignment)({
  load: ({ tx, actor }, input) => lockAssignment(actor, tx, input),
  allow: mayChangeAssignment,
  run: async (work, assignment, { assignmentId, to, reason }) => {
    const { tx, actor, now } = work
    const { projectId, contractorId, title, status: from } = assignment
    if (!movesOpenTo(actor, assignment).includes(to)) throw assignmentCannotMove({ from, to })
    await saveAssignment(tx, move(assignment, to, { reason, now }))
    return {
      result: await viewOfAssignment(work, await assignmentOf(tx, assignmentId)),
      events: [assignmentMoved({ assignmentId, projectId, contractorId, title, from, to, reason })],
    }
  },
})

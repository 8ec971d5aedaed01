import { command } from '#kernel/command.ts'
import { assignmentChanged } from '#modules/work/events.ts'
import { changeTermsOf, mayChangeAssignment } from './assignment.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentOf, lockAssignment, saveAssignment } from './store.ts'

export const changeAssignment = command(contract.changeAssignment)({
  load: ({ tx, actor }, input) => lockAssignment(actor, tx, input),
  allow: mayChangeAssignment,
  run: async (work, assignment, { assignmentId, version: _, ...terms }) => {
    await saveAssignment(work.tx, changeTermsOf(assignment, terms))
    const { projectId, contractorId } = assignment
    return {
      result: await viewOfAssignment(work, await assignmentOf(work.tx, assignmentId)),
      events: [assignmentChanged({ assignmentId, projectId, contractorId, title: terms.title })],
    }
  },
})

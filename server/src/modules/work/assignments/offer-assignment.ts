import { command } from '#kernel/command.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { assignmentOffered } from '#modules/work/events.ts'
import { mayOffer, offer } from './assignment.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentOf, lockAssignment, saveAssignment } from './store.ts'

/** What still blocks the contractor does not stop the offer: they see what is missing and can clear it before answering. */
export const offerAssignment = command(contract.offerAssignment)({
  load: ({ tx, actor }, input) => lockAssignment(actor, tx, input),
  allow: mayOffer,
  run: async (work, draft, { assignmentId }) => {
    const { tx, actor, now } = work
    await saveAssignment(tx, offer(draft, actor.personId, { today: await todayOf(work), now }))
    const { projectId, contractorId, title, price, pricing, answerBy } = draft
    return {
      result: await viewOfAssignment(work, await assignmentOf(tx, assignmentId)),
      events: [assignmentOffered({ assignmentId, projectId, contractorId, title, price, pricing, answerBy })],
    }
  },
})

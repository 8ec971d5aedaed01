import { command } from '#kernel/command.ts'
import { engagementOf } from '#modules/directory/index.ts'
import { assignmentDrafted } from '#modules/work/events.ts'
import { AssignmentId } from '#modules/work/ids.ts'
import { engagementOver, otherLegalEntity, projectClosed } from '#modules/work/problems.ts'
import { projectFor } from '#modules/work/projects/store.ts'
import { holdTerms, mayChangeAssignment } from './assignment.ts'
import { viewOfAssignment } from './assignment-view.ts'
import * as contract from './contract.ts'
import { assignmentOf, insertAssignment } from './store.ts'

export const addAssignment = command(contract.addAssignment)({
  load: ({ tx, actor }, { projectId }) => projectFor(actor, tx, projectId),
  allow: mayChangeAssignment,
  run: async (work, project, { projectId, engagementId, ...terms }) => {
    const { tx, actor, now, newId } = work
    if (project.status !== 'open') throw projectClosed()
    const engagement = await engagementOf(tx, engagementId)
    if (engagement.status === 'ended') throw engagementOver()
    if (engagement.legalEntityId !== project.legalEntityId) throw otherLegalEntity()
    holdTerms(terms)
    const { contractorId } = engagement
    const id = newId(AssignmentId)
    await insertAssignment(tx, { id, projectId, engagementId, contractorId, terms, draftedBy: actor.personId, now })
    const { title } = terms
    return {
      result: await viewOfAssignment(work, await assignmentOf(tx, id)),
      events: [assignmentDrafted({ assignmentId: id, projectId, contractorId, title })],
    }
  },
})

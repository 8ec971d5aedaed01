import type { Work } from '#kernel/command.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { activateEngagement, contractorOf, engagementOf, moveContractorTo } from '#modules/directory/index.ts'
import { assignmentMoved } from '#modules/work/events.ts'
import { type Assignment, move } from './assignment.ts'
import { assignmentBlockers } from './assignment-blockers.ts'
import { holdAssignment, saveAssignment } from './store.ts'

/** Begins accepted work whose first day has come, and with it the engagement and the contractor's active time. */
export const startIfDue = async (
  work: Pick<Work, 'tx' | 'now'>,
  assignment: Assignment,
  today: PlainDate,
): Promise<readonly DomainEvent[]> => {
  if (assignment.status !== 'accepted' || assignment.startsOn > today) return []
  const { id: assignmentId, projectId, contractorId, engagementId, title } = assignment
  if ((await assignmentBlockers(work, assignment)).length > 0) return []
  await saveAssignment(work.tx, move(assignment, 'active', { reason: null, now: work.now }))
  const moved = { from: 'accepted', to: 'active', reason: 'the first day has come' } as const
  return [
    assignmentMoved({ assignmentId, projectId, contractorId, title, ...moved }),
    ...((await engagementOf(work.tx, engagementId)).status === 'draft'
      ? [await activateEngagement(work, engagementId)]
      : []),
    ...((await contractorOf(work.tx, contractorId)).status === 'ready'
      ? [await moveContractorTo(work, contractorId, 'active', `${title} began`)]
      : []),
  ]
}

/** Whatever the calendar does to an assignment today: an offer runs out, accepted work begins. */
export const applyCalendar = async (
  work: Pick<Work, 'tx' | 'now'>,
  assignmentId: Assignment['id'],
  today: PlainDate,
): Promise<readonly DomainEvent[]> => {
  const assignment = await holdAssignment(work.tx, assignmentId)
  if (assignment.status !== 'offered' || assignment.answerBy >= today) return startIfDue(work, assignment, today)
  await saveAssignment(work.tx, move(assignment, 'expired', { reason: null, now: work.now }))
  const { projectId, contractorId, title } = assignment
  const moved = { from: 'offered', to: 'expired', reason: 'nobody answered in time' } as const
  return [assignmentMoved({ assignmentId, projectId, contractorId, title, ...moved })]
}

import { type Actor, may, mayIn } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import { answerAssignments, changeAssignments, offerAssignments, readWork } from '#modules/work/permissions.ts'
import { assignmentCannotMove, assignmentNotDraft, offerExpired, termsDoNotFit } from '#modules/work/problems.ts'
import type { AssignmentStatus, AssignmentTerms, AssignmentView } from './contract.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const assignmentTransitions: Transitions<AssignmentStatus> = {
  draft: ['pending_approval', 'offered', 'cancelled'],
  pending_approval: ['offered', 'draft', 'cancelled'],
  offered: ['accepted', 'declined', 'expired', 'cancelled', 'draft'],
  accepted: ['active', 'cancelled'],
  active: ['paused', 'completed', 'cancelled'],
  paused: ['active', 'completed', 'cancelled'],
  completed: ['closed', 'active'],
  closed: [],
  declined: ['draft'],
  expired: ['draft'],
  cancelled: [],
}

/** What a manager does by hand; the rest follows from offers, answers and the calendar. */
const byHand: readonly AssignmentStatus[] = ['draft', 'active', 'paused', 'completed', 'closed', 'cancelled']

export type Assignment = Readonly<Omit<AssignmentView, 'can' | 'blockers'> & { offeredBy: PersonId | null }>

type Filed = Pick<Assignment, 'departmentId'>
export const mayReadAssignment = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readWork, departmentId)
export const mayChangeAssignment = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, changeAssignments, departmentId)
export const mayOffer = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, offerAssignments, departmentId)
/** It is theirs, and the organization has shown it to them. */
export const isMine = (
  actor: Actor,
  { contractorId, offeredAt }: Pick<Assignment, 'contractorId' | 'offeredAt'>,
): boolean => actor.contractorId === contractorId && offeredAt !== null
export const mayAnswer = (actor: Actor, assignment: Assignment): boolean =>
  may(actor, answerAssignments) && isMine(actor, assignment)

export const holdTerms = ({ startsOn, endsOn, price, cap, pricing }: AssignmentTerms): void => {
  const errors = []
  if (endsOn !== null && endsOn < startsOn) errors.push(at('endsOn', 'Choose a day on or after the first.'))
  if (cap && cap.currency !== price.currency)
    errors.push(at('cap', `Write the most in ${price.currency}, like the price.`))
  if (cap && pricing === 'fixed' && cap.minor < price.minor) errors.push(at('cap', 'This is less than the price.'))
  if (errors.length > 0) throw termsDoNotFit({ errors })
}

const at = (field: string, detail: string) => ({ pointer: `#/${field}`, detail })

const step = (assignment: Assignment, to: AssignmentStatus, now: Date): Assignment => {
  if (!mayFollow(assignmentTransitions, assignment.status, to))
    throw assignmentCannotMove({ from: assignment.status, to })
  return { ...assignment, status: to, movedAt: now }
}

export const changeTermsOf = (assignment: Assignment, terms: AssignmentTerms): Assignment => {
  if (assignment.status !== 'draft') throw assignmentNotDraft({ assignmentStatus: assignment.status })
  holdTerms(terms)
  return { ...assignment, ...terms }
}

export const offer = (
  assignment: Assignment,
  offeredBy: PersonId,
  { today, now }: Readonly<{ today: PlainDate; now: Date }>,
) => {
  if (assignment.answerBy < today) {
    throw termsDoNotFit({ errors: [at('answerBy', 'Choose a day that has not passed.')] })
  }
  return { ...step(assignment, 'offered', now), offeredBy, offeredAt: now, answeredAt: null, reason: null }
}

/** An acceptance on the first day of work or later starts it at once. */
export const accept = (
  assignment: Assignment,
  { today, now }: Readonly<{ today: PlainDate; now: Date }>,
): Assignment => {
  if (assignment.status === 'offered' && assignment.answerBy < today)
    throw offerExpired({ answerBy: assignment.answerBy })
  return { ...step(assignment, 'accepted', now), answeredAt: now }
}

export const decline = (assignment: Assignment, reason: string, now: Date): Assignment => ({
  ...step(assignment, 'declined', now),
  answeredAt: now,
  reason: reason || null,
})

export const move = (
  assignment: Assignment,
  to: AssignmentStatus,
  { reason, now }: Readonly<{ reason: string | null; now: Date }>,
) => ({
  ...step(assignment, to, now),
  reason,
})

export const movesOpenTo = (actor: Actor, assignment: Assignment): AssignmentStatus[] =>
  mayChangeAssignment(actor, assignment)
    ? byHand.filter(
        (to) => mayFollow(assignmentTransitions, assignment.status, to) && !followsByItself(assignment.status, to),
      )
    : []

/** Accepted work begins on its day. */
const followsByItself = (from: AssignmentStatus, to: AssignmentStatus): boolean =>
  from === 'accepted' && to === 'active'

import type { Work } from '#kernel/command.ts'
import { type Assignment, mayAnswer, mayChangeAssignment, mayOffer, movesOpenTo } from './assignment.ts'
import { assignmentBlockers } from './assignment-blockers.ts'
import type { AssignmentView } from './contract.ts'

/** What the actor sees of it, what holds it up, and what they can do about it. */
export const viewOfAssignment = async (
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  { offeredBy: _, ...assignment }: Assignment,
): Promise<AssignmentView> => {
  const whole = { ...assignment, offeredBy: null }
  return {
    ...assignment,
    blockers: await assignmentBlockers({ tx }, assignment),
    can: {
      change: assignment.status === 'draft' && mayChangeAssignment(actor, assignment),
      offer: assignment.status === 'draft' && mayOffer(actor, assignment),
      answer: assignment.status === 'offered' && mayAnswer(actor, whole),
      moveTo: movesOpenTo(actor, whole),
    },
  }
}

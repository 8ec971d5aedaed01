import type { Work } from '#kernel/command.ts'
import { addHours } from '#kernel/dates.ts'
import { type Alongside, decide, type Outcome, type Subject } from './approval.ts'
import { type Decision, DecisionId } from './contract.ts'
import { approvedAmong, groundsFor, insertDecision, type StoredGrounds } from './store.ts'

export type NewDecision = Subject &
  Readonly<{
    decision: Decision
    note: string | null
    /**
     * Holds until the commit what the subject shares with its siblings (their contractor, say) and names those that were
     * approved since then. Asked only where a limit or the policy could be passed.
     */
    siblingsSince: ((since: Date) => Promise<readonly string[]>) | null
  }>

/** Limits count what one contractor was approved in this many days, so that nothing passes them in parts. */
const daysCounted = 30

/**
 * Decides on something of a higher module, in its transaction, and keeps the decision for ever. Refuses whoever is no
 * person, took part, or would go over their limit. `isComplete` says whether enough people have approved; until then the
 * subject waits for another one. What happened is told by the caller's own event.
 */
export const recordDecision = async (
  work: Work,
  { decision, note, siblingsSince, ...subject }: NewDecision,
): Promise<Outcome> => {
  const { tx, actor, now, newId } = work
  const { personId } = actor
  const { policyVersion, ...grounds } = await groundsFor(tx, { personId, subjectId: subject.subjectId })
  const counts = decision === 'approved' && subject.amount !== null && hasBounds(grounds)
  const alongside = counts && siblingsSince ? await approvedAlongside(work, siblingsSince) : []
  const outcome = decide(actor, subject, { ...grounds, alongside }, { decision, note })
  insertDecision(tx, {
    id: newId(DecisionId),
    kind: subject.kind,
    subjectId: subject.subjectId,
    place: grounds.earlier.length + 1,
    contentHash: subject.contentHash,
    amount: subject.amount,
    decision,
    note: note?.trim() || null,
    needed: outcome.needed,
    policyVersion,
    decidedBy: personId,
    decidedAt: now,
  })
  return outcome
}

const hasBounds = ({ limits, secondAbove }: Pick<StoredGrounds, 'limits' | 'secondAbove'>): boolean =>
  limits.length > 0 || secondAbove.length > 0

type Siblings = NonNullable<NewDecision['siblingsSince']>

const approvedAlongside = async ({ tx, now }: Work, siblingsSince: Siblings): Promise<readonly Alongside[]> => {
  const since = addHours(now, -24 * daysCounted)
  const subjectIds = await siblingsSince(since)
  return subjectIds.length === 0 ? [] : approvedAmong(tx, subjectIds, since)
}

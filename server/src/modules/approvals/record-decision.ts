import type { Work } from '#kernel/command.ts'
import { decide, type Outcome, type Subject } from './approval.ts'
import { type Decision, DecisionId } from './contract.ts'
import { groundsFor, insertDecision } from './store.ts'

export type NewDecision = Subject & Readonly<{ decision: Decision; note: string | null }>

/**
 * Decides on something of a higher module, in its transaction, and keeps the decision for ever. Refuses whoever is no
 * person, took part, or would go over their limit. `isComplete` says whether enough people have approved; until then the
 * subject waits for another one. What happened is told by the caller's own event.
 */
export const recordDecision = async (work: Work, { decision, note, ...subject }: NewDecision): Promise<Outcome> => {
  const { tx, actor, now, newId } = work
  const { personId } = actor
  const { policyVersion, ...grounds } = await groundsFor(tx, { personId, subjectId: subject.subjectId })
  const outcome = decide(actor, subject, grounds, { decision, note })
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

import type { Tx } from '#kernel/db.ts'
import { memberNames } from '#modules/access/index.ts'
import { isApproved } from './approval.ts'
import type { DecisionView } from './contract.ts'
import { decisionsAbout } from './store.ts'

/** Every decision about a subject, oldest first, with the names of those who took it. */
export const approvalsOf = async (tx: Tx, subjectId: string): Promise<readonly DecisionView[]> => {
  const made = await decisionsAbout(tx, subjectId)
  const names = await memberNames(tx, [...new Set(made.map(({ decidedBy }) => decidedBy))])
  return made.map(({ id, decision, note, amount, contentHash, needed, decidedBy, decidedAt }) => ({
    id,
    decision,
    note,
    amount,
    contentHash,
    needed,
    decidedBy,
    decidedByName: names.get(decidedBy) ?? null,
    decidedAt,
  }))
}

/** Whether this very content has been approved by enough people, and not returned since: asked again before paying. */
export const stillApproved = async (
  tx: Tx,
  { subjectId, contentHash }: Readonly<{ subjectId: string; contentHash: string }>,
): Promise<boolean> => {
  const made = await decisionsAbout(tx, subjectId)
  return isApproved(
    made.map(({ decidedBy, ...decision }) => ({ ...decision, personId: decidedBy })),
    contentHash,
  )
}

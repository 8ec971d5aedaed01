import type { Statement, Tx } from '#kernel/db.ts'

const discard: Statement = { name: 'volume.discard-plans', text: 'discard plans' }
const prefer: Statement = {
  name: 'volume.prefer-indexes',
  text: `select set_config('enable_seqscan', 'off', true)`,
}

/**
 * For this transaction. Checks of foreign keys and of the books are planned once, when a table is still nearly empty, and
 * reading it whole looks cheap; by the time it holds a million rows the same plan reads all of them for each new one.
 */
export const preferIndexes = async (tx: Tx): Promise<void> => {
  await tx.named(prefer, [])
  await tx.named(discard, [])
}

import type { Statement, Tx } from '#kernel/db.ts'

const discard: Statement = { name: 'volume.discard-plans', text: 'discard plans' }
const set: Statement = {
  name: 'volume.hurry',
  text: `select set_config('enable_seqscan', 'off', true), set_config('synchronous_commit', 'off', true),
    set_config('statement_timeout', '15min', true)`,
}

/**
 * For this transaction. Checks of foreign keys and of the books are planned once, when a table is still nearly empty, and
 * reading it whole looks cheap; by the time it holds a million rows the same plan reads all of them for each new one. And
 * nobody waits for the disk: after a power cut a half-made demo is made anew anyway.
 */
export const hurry = async (tx: Tx): Promise<void> => {
  await Promise.all([tx.named(set, []), tx.named(discard, [])])
}

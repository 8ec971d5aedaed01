import type { Tx } from '#kernel/db.ts'
import { memberNames } from '#modules/access/index.ts'
import { JournalEntry } from './contract.ts'
import { sentenceOf } from './sentence.ts'
import type { Entry } from './store.ts'

/** Entries as they are shown, with names instead of ids. */
export const viewsOf = async (tx: Tx, entries: readonly Entry[]): Promise<JournalEntry[]> => {
  const names = await memberNames(tx, [...new Set(entries.map(({ personId }) => personId))])
  return entries.map((entry) =>
    JournalEntry.parse({
      ...entry,
      occurredAt: entry.occurredAt.toISOString(),
      personName: names.get(entry.personId) ?? null,
      sentence: sentenceOf(entry.name, entry.data),
    }),
  )
}

import { cursorOf } from '#kernel/cursor.ts'
import type { Tx } from '#kernel/db.ts'
import { memberNames } from '#modules/access/index.ts'
import { JournalEntry } from './contract.ts'
import { sentenceOf } from './sentence.ts'
import type { Entry } from './store.ts'

/** One page of what was found (one more than `limit`, if there is one), with names instead of ids. */
export const pageOfEntries = async (tx: Tx, found: readonly Entry[], limit: number) => {
  const shown = found.slice(0, limit)
  const names = await memberNames(tx, [...new Set(shown.map(({ personId }) => personId))])
  const items = shown.map((entry) =>
    JournalEntry.parse({
      ...entry,
      occurredAt: entry.occurredAt.toISOString(),
      personName: names.get(entry.personId) ?? null,
      sentence: sentenceOf(entry.name, entry.data),
    }),
  )
  const last = shown.at(-1)
  return { items, next: last && found.length > limit ? cursorOf([last.id]) : null }
}

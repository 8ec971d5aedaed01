import type { Work } from '#kernel/command.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { viewsOf } from './entry-view.ts'
import type { Entry } from './store.ts'

type Source = Readonly<{
  /** Entries before this one, newest first. */
  entries: (before: string | undefined, limit: number) => Promise<readonly Entry[]>
  /** Those of them that this actor is shown. */
  seen: (found: readonly Entry[]) => Promise<readonly Entry[]>
}>

type Page = Readonly<{ after?: string | undefined; limit: number }>

/** What one answer looks through. Whoever sees little of much gets a short page, and asks on from where it stopped. */
const mostLookedThrough = 2_000

/** A page of those entries that the actor sees. */
export const pageOfSeen = async ({ tx }: Pick<Work, 'tx'>, { after, limit }: Page, { entries, seen }: Source) => {
  const shown: Entry[] = []
  let before = keyOf(after, ['id'])?.[0]
  let looked = 0
  let isEnd = false
  while (!isEnd && shown.length <= limit && looked < mostLookedThrough) {
    // First what a page takes; where much of that is not shown, more at once.
    const wanted = looked === 0 ? limit + 1 : 500
    const found = await entries(before, wanted)
    shown.push(...(await seen(found)))
    before = found.at(-1)?.id
    looked += found.length
    isEnd = found.length < wanted
  }
  const last = shown.length > limit ? shown[limit - 1]?.id : isEnd ? undefined : before
  return { items: await viewsOf(tx, shown.slice(0, limit)), next: last === undefined ? null : cursorOf([last]) }
}

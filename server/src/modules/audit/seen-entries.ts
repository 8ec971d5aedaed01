import { type Actor, seesEverything } from '#kernel/actor.ts'
import type { Tx } from '#kernel/db.ts'
import { declaredEvents, type EventKind } from '#kernel/event.ts'
import { declaredSights, maySeeSome, seenOf } from '#kernel/sight.ts'

type Said = Readonly<{ name: string; data: Readonly<Record<string, unknown>> }>

const kinds = new Map<string, EventKind>()
const kindOf = (name: string): EventKind | undefined => {
  if (kinds.size === 0) for (const kind of declaredEvents()) kinds.set(kind.name, kind)
  return kinds.get(name)
}

/** Of these entries, those about objects that the actor sees: one question for each kind of object. */
export const seenEntries = async <Entry extends Said>(
  actor: Actor,
  tx: Tx,
  entries: readonly Entry[],
): Promise<readonly Entry[]> => {
  const told = entries.flatMap((entry) => {
    const object = objectOf(actor, entry)
    return object ? [{ entry, ...object }] : []
  })
  const byKind = Map.groupBy(told, ({ kind }) => kind)
  const seen = await Promise.all(
    [...byKind].map(async ([kind, about]) => {
      const ids = [...new Set(about.map(({ id }) => id))]
      return [kind, await seenOf(actor, tx, { kind, ids })] as const
    }),
  )
  const seenOfKind = new Map(seen)
  return told.filter(({ kind, id }) => seenOfKind.get(kind)?.has(id)).map(({ entry }) => entry)
}

/** What an entry is about. None where it is about nothing that has an address, or says more than this actor may know. */
const objectOf = (actor: Actor, { name, data }: Said): Readonly<{ kind: string; id: string }> | undefined => {
  const { about, needs } = kindOf(name) ?? {}
  const id = about === undefined ? undefined : data[about]
  if (about === undefined || typeof id !== 'string' || (needs && !maySeeSome(actor, needs))) return undefined
  return { kind: about, id }
}

/**
 * Of these entries, those that the log shows. Whoever is limited to departments reads what is about objects they see.
 * Everybody else reads the log of the whole organization, which also tells of what is gone or not shown yet; but of a
 * kind of object that they may see nowhere, they read nothing here either.
 */
export const shownInLog = async <Entry extends Said>(
  actor: Actor,
  tx: Tx,
  entries: readonly Entry[],
): Promise<readonly Entry[]> =>
  seesEverything(actor) ? entries.filter(({ name }) => !isHidden(actor, name)) : seenEntries(actor, tx, entries)

const isHidden = (actor: Actor, name: string): boolean => {
  const { about, needs } = kindOf(name) ?? {}
  return [needs, declaredSights().get(about ?? '')?.needs].some(
    (permission) => permission !== undefined && !maySeeSome(actor, permission),
  )
}

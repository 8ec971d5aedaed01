type Kept<Value> = Readonly<{ value: Value; personId: string; until: number }>
type Found<Value> = Readonly<{ value: Value; personId: string }>

export type Memory<Value> = Readonly<{
  look: (key: string, load: () => Promise<Found<Value> | undefined>) => Promise<Value | undefined>
  /** Puts a newer value in the place of one that is kept. */
  renew: (key: string, value: Value) => void
  drop: (key: string) => void
  forget: (personId: string) => void
  forgetAll: () => void
}>

/** Belt and braces: what is told of by notice is looked up again after this long anyway. */
const keptForMs = 30_000
const mostEntries = 10_000

/**
 * What was read from the database, kept by key until the person it is about changes. `isHearing`: whether changes are
 * told of; while they are not, nothing is kept.
 */
export const createMemory = <Value>(isHearing: () => boolean): Memory<Value> => {
  const kept = new Map<string, Kept<Value>>()
  // Counts what was forgotten: what was read before a change was told of must not be kept after it.
  let changes = 0

  const forgetAll = (): void => {
    changes += 1
    kept.clear()
  }
  return {
    look: async (key, load) => {
      const time = performance.now()
      const known = kept.get(key)
      if (known && known.until > time) return known.value
      const before = changes
      const found = await load()
      if (kept.size >= mostEntries) forgetAll()
      else if (found && isHearing() && changes === before) kept.set(key, { ...found, until: time + keptForMs })
      return found?.value
    },
    renew: (key, value) => {
      const known = kept.get(key)
      if (known) kept.set(key, { ...known, value })
    },
    drop: (key) => kept.delete(key),
    forget: (personId) => {
      changes += 1
      for (const [key, entry] of kept) if (entry.personId === personId) kept.delete(key)
    },
    forgetAll,
  }
}

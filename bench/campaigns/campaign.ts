/** What a campaign found: what was promised, what was done to break it, the figures, and everything that was not as promised. */
export type Result = Readonly<{
  promise: string
  done: string
  counts: Readonly<Record<string, number | string>>
  /** Empty when the promise held. */
  faults: readonly string[]
}>

export type Say = (line: string) => void

/** A campaign of a given length; how long a round is and how many make a whole run is its own business. */
export type Campaign = Readonly<{
  name: string
  run: (wish: Readonly<{ rounds?: number; seed: number; say: Say }>) => Promise<readonly Result[]>
}>

/** At most this many faults are told; the first ones say what is wrong. */
const mostTold = 20

/** The faults of several checks as one list, each said once. */
export const faultsOf = (...lists: readonly (readonly string[])[]): readonly string[] => {
  const all = [...new Set(lists.flat())]
  return all.length <= mostTold ? all : [...all.slice(0, mostTold), `… and ${all.length - mostTold} more.`]
}

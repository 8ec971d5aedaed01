import { createHash } from 'node:crypto'
import { hashOf } from '#kernel/journal.ts'

/** An entry as it was written, with its place in the chain; both null for one that is not sealed yet. */
export type ChainedEntry = Readonly<{
  organizationId: string
  id: string
  occurredAt: string
  personId: string
  via: string
  command: string
  name: string
  data: Readonly<Record<string, unknown>>
  subjects: readonly string[]
  hash: string
  position: number | null
  chain: string | null
}>

export type Fault = Readonly<{ position: number | null; journalId: string | null; what: string }>

export const chainStart = (organizationId: string): string => sha256(Buffer.from(organizationId))
export const nextLink = (chain: string, hash: string): string =>
  sha256(Buffer.concat([Buffer.from(chain, 'hex'), Buffer.from(hash, 'hex')]))

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Does the entry still say what was hashed when it was written? */
export const isUnchanged = ({ hash, via, personId, occurredAt, ...entry }: ChainedEntry): boolean =>
  hashOf({ ...entry, now: new Date(occurredAt), actor: { personId, via } }) === hash

/** A walk along the chain, entry by entry, that remembers where it is and what was wrong. */
export type Walk = Readonly<{
  position: number
  chain: string
  /** The latest time that any entry so far was dated, in milliseconds. */
  latest: number
  /** How many were dated long before that: written later than they say, or by a clock that was set back. */
  outOfOrder: number
  faults: readonly Fault[]
}>

/** Entries are chained in the order they were recorded in. Two of the same moment may change places, a transaction may be slow. */
const disorderMs = 2 * 3_600_000

export const startWalk = (organizationId: string): Walk => ({
  position: 0,
  chain: chainStart(organizationId),
  latest: 0,
  outOfOrder: 0,
  faults: [],
})

/** The next sealed entry. A gap, a changed entry and a wrong link are each reported once, at the place they stand. */
export const step = (walk: Walk, entry: ChainedEntry): Walk => {
  const position = walk.position + 1
  const chain = nextLink(walk.chain, entry.hash)
  const found: Fault[] = []
  const at = { position: entry.position, journalId: entry.id }
  if (entry.position !== position)
    found.push({ ...at, what: `An entry is missing before this one: ${position} was due.` })
  if (!isUnchanged(entry)) found.push({ ...at, what: 'This entry was changed after it was written.' })
  if (entry.chain !== chain) found.push({ ...at, what: 'The chain does not lead to this entry.' })
  const dated = new Date(entry.occurredAt).getTime()
  // Go on from what is stored, so that one fault is not repeated for every entry after it.
  return {
    ...walk,
    position: entry.position ?? position,
    chain: entry.chain ?? chain,
    latest: Math.max(walk.latest, dated),
    outOfOrder: walk.outOfOrder + (dated < walk.latest - disorderMs ? 1 : 0),
    faults: [...walk.faults, ...found],
  }
}

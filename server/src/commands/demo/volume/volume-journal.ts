import { setImmediate } from 'node:timers/promises'
import { machine } from '#kernel/actor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { transaction } from '#kernel/db.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { hashOf, JournalId } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { chainStart, nextLink } from '#modules/audit/chain.ts'
import { bulkInsert, listText } from './bulk-insert.ts'
import type { Fact } from './fact.ts'
import { hurry } from './hurry.ts'
import type { Ids } from './seeded-ids.ts'
import { journal, journalSeals } from './volume-tables.ts'

type Told = Readonly<{ organizationId: OrganizationId; newId: Ids }>
type Head = Readonly<{ position: number; chain: string }>

/** The lock under which the worker lays the chain too, so that the two never lay the same position. */
const lock: Statement = {
  name: 'volume.hold-chain',
  text: `select pg_advisory_xact_lock(hashtextextended('journal seals ' || $1::uuid, 0))`,
}
const readHead: Statement = {
  name: 'volume.chain-head',
  text: `select position::int as position, encode(chain, 'hex') as chain from journal_seals
    where organization_id = $1 order by position desc limit 1`,
}

export type JournalRow = ReturnType<typeof rowOf>

/** What happened as rows of the journal, each with its own hash; the database is heard in between. */
export const journalRows = async (told: Told, facts: readonly Fact[]): Promise<readonly JournalRow[]> => {
  const rows: JournalRow[] = []
  for (const fact of facts) {
    rows.push(rowOf(told, fact))
    if (rows.length % rowsInOneTurn === 0) await setImmediate()
  }
  return rows
}

const rowsInOneTurn = 400

/**
 * Keeps what happened in the journal, each row with its place in the chain at once. Left to the worker, hundreds of
 * thousands of rows would wait for their place for hours, and each look for new ones would read all of them.
 */
export const writeJournalRows = (
  runtime: Runtime,
  { organizationId, now, head }: Readonly<{ organizationId: OrganizationId; now: number; head: Head | undefined }>,
  rows: readonly JournalRow[],
): Promise<Head> =>
  transaction(runtime.db, machine(organizationId), async (tx) => {
    await Promise.all([hurry(tx), tx.named(lock, [tx.organizationId])])
    const reached = chained(head ?? (await headOf(tx)), rows)
    await insert(tx, { rows, links: reached.links, now })
    return reached.head
  })

/** Asked once: nobody else lays the chain meanwhile, and if somebody did, a position would be taken twice and refused. */
const headOf = async (tx: Tx): Promise<Head> => {
  const [known] = await tx.named<Head>(readHead, [tx.organizationId])
  return known ?? { position: 0, chain: chainStart(tx.organizationId) }
}

const rowOf = ({ organizationId, newId }: Told, { at, personId, via, command, event }: Fact) => {
  const now = new Date(at)
  const id = newId(JournalId, at)
  const { name, data, subjects } = event
  const said = { organizationId, id, now, actor: { personId, via }, command, name, data, subjects }
  return {
    id,
    occurred_at: now,
    person_id: personId,
    via,
    command,
    name,
    data: JSON.stringify(data),
    subjects: listText(subjects),
    hash: hashOf(said),
    // What is in the chain from the start is not to be looked for as new.
    recorded_at: now,
  }
}

type Link = Readonly<{ position: number; journalId: string; chain: string }>

const chained = (from: Head, rows: readonly JournalRow[]): Readonly<{ head: Head; links: readonly Link[] }> => {
  let { position, chain } = from
  const links = rows.map(({ id, hash }) => {
    position += 1
    chain = nextLink(chain, hash)
    return { position, journalId: id, chain }
  })
  return { head: { position, chain }, links }
}

type Written = Readonly<{ rows: readonly JournalRow[]; links: readonly Link[]; now: number }>

const insert = async (tx: Tx, { rows, links, now }: Written): Promise<void> => {
  const sealedAt = new Date(now)
  const seals = links.map(({ position, journalId, chain }) => ({
    position,
    journal_id: journalId,
    chain,
    sealed_at: sealedAt,
  }))
  await Promise.all([bulkInsert(tx, journal, rows), bulkInsert(tx, journalSeals, seals)])
}

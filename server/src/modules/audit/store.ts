import { sql } from 'kysely'
import type { Statement, Tx } from '#kernel/db.ts'
import type { ChainedEntry } from './chain.ts'
import type { AuditTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<AuditTables>()

export type Entry = Readonly<{
  id: string
  occurredAt: Date
  personId: string
  via: string
  name: string
  data: Record<string, unknown>
}>

type Search = Readonly<{
  personId?: string | undefined
  event?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  before: string | undefined
  limit: number
}>

/** Newest first; ids are made in the order of time, so the id is the place in the list. */
export const entriesFor = (tx: Tx, { personId, event, from, to, before, limit }: Search): Promise<Entry[]> =>
  db(tx)
    .selectFrom('journal')
    .select(['id', 'occurred_at as occurredAt', 'person_id as personId', 'via', 'name', 'data'])
    .where('organization_id', '=', tx.organizationId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .$if(event !== undefined, (query) => query.where(sql<boolean>`starts_with(name, ${event ?? ''})`))
    .$if(from !== undefined, (query) => query.where('occurred_at', '>=', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('occurred_at', '<', to ?? new Date(0)))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

const about: Statement = {
  name: 'audit.about',
  text: `select id, occurred_at as "occurredAt", person_id as "personId", via, name, data
    from journal_about($1, $2, $3)`,
}

export const entriesAbout = (
  tx: Tx,
  { subjectId, before, limit }: Readonly<{ subjectId: string; before: string | undefined; limit: number }>,
): Promise<Entry[]> => tx.named<Entry>(about, [subjectId, before ?? null, limit])

const chained: Statement = {
  name: 'audit.chained',
  text: `select j.organization_id as "organizationId", j.id, j.occurred_at as "occurredAt", j.person_id as "personId",
      j.via, j.command, j.name, j.data, j.subjects, encode(j.hash, 'hex') as hash,
      s.position::int as position, encode(s.chain, 'hex') as chain
    from journal_seals s join journal j on j.organization_id = s.organization_id and j.id = s.journal_id
    where s.organization_id = $1 and s.position > $2 order by s.position limit $3`,
}

type ChainedRow = Omit<ChainedEntry, 'occurredAt'> & Readonly<{ occurredAt: Date }>

/** The sealed entries after a position, in the order of the chain. */
export const sealedAfter = async (tx: Tx, position: number, limit: number): Promise<ChainedEntry[]> => {
  const rows = await tx.named<ChainedRow>(chained, [tx.organizationId, position, limit])
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }))
}

const counts: Statement = {
  name: 'audit.counts',
  text: `select (select count(*) from journal where organization_id = $1)::int as entries,
    (select count(*) from journal_seals where organization_id = $1)::int as sealed`,
}

export const countsOf = async (tx: Tx): Promise<Readonly<{ entries: number; sealed: number }>> => {
  const [row] = await tx.named<{ entries: number; sealed: number }>(counts, [tx.organizationId])
  return row ?? { entries: 0, sealed: 0 }
}

const links: Statement = {
  name: 'audit.links',
  text: `select position::int as position, encode(chain, 'hex') as chain from journal_seals
    where organization_id = $1 and position = any ($2::bigint[])`,
}

export const linksAt = async (tx: Tx, positions: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const rows = await tx.named<{ position: number; chain: string }>(links, [tx.organizationId, positions])
  return new Map(rows.map(({ position, chain }) => [position, chain]))
}

const seal: Statement = {
  name: 'audit.seal',
  text: `select head_position::int as position, encode(head_chain, 'hex') as chain from seal_journal(now() - $1::interval, $2, $3)`,
}

export type Head = Readonly<{ position: number; chain: string }>

/** All there are. */
export const everyOrganization: Statement = {
  name: 'audit.every-organization',
  text: 'select organization_id as id from organization_slugs',
}

const sealFromHead: Statement = {
  name: 'audit.seal-from-head',
  text: `select head_position::int as position, encode(head_chain, 'hex') as chain from seal_journal_from_head($1, $2)`,
}

/** Lays the chain on from where it stands. Answers its head. */
export const sealOn = async (
  tx: Tx,
  { now, limit }: Readonly<{ now: Date; limit: number }>,
): Promise<Head | undefined> => (await tx.named<Head>(sealFromHead, [now, limit]))[0]

const head: Statement = {
  name: 'audit.head',
  text: `select position::int as position, encode(chain, 'hex') as chain from journal_seals
    where organization_id = $1 order by position desc limit 1`,
}

/** Where the chain stands; undefined before its first link. */
export const headOf = async (tx: Tx): Promise<Head | undefined> =>
  (await tx.named<Head>(head, [tx.organizationId]))[0]

/** Lays the chain over whatever was left out. Answers its head. */
export const sealNext = async (
  tx: Tx,
  { age, now, limit }: Readonly<{ age: string; now: Date; limit: number }>,
): Promise<Head | undefined> => (await tx.named<Head>(seal, [age, now, limit]))[0]

const last: Statement = {
  name: 'audit.last-of-journal',
  text: `select utc_text(occurred_at) as "occurredAt", name,
      (select max(position) from journal_seals where organization_id = $1)::int as position
    from journal where organization_id = $1 order by id desc limit 1`,
}

/** How far the journal of an organization goes. */
export const lastOfJournal = async (
  tx: Tx,
): Promise<Readonly<{ occurredAt: string; name: string; position: number | null }> | undefined> =>
  (await tx.named<{ occurredAt: string; name: string; position: number | null }>(last, [tx.organizationId]))[0]

export const whoIsUnsealed: Statement = {
  name: 'audit.who-is-unsealed',
  text: 'select organizations_with_unsealed_journal(now() - $1::interval) as id',
}

const lastSeal: Statement = {
  name: 'audit.last-seal',
  text: 'select coalesce(max(position), 0)::int as position from journal_seals where organization_id = $1',
}

export const headPosition = async (tx: Tx): Promise<number> =>
  (await tx.named<{ position: number }>(lastSeal, [tx.organizationId]))[0]?.position ?? 0

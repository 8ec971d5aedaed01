import type pg from 'pg'
import type { Statement, Tx } from '#kernel/db.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Lane } from './task.ts'

/** An item that is to be done, as it was when it was taken. */
export type Due = Readonly<{
  id: string
  reaction: string
  attempts: number
  /** The data of the fact it follows from, or the id of what a schedule found. */
  data: unknown
  /** Whose act it follows; null when a schedule found it. */
  personId: string | null
  /** Set while it is being prepared: the worker that has it in hand. */
  takenBy?: string
}>

/**
 * Facts of an organization are followed one after the other, in the order of time, whoever works: the lock is the lane's,
 * and goes with the transaction. Papers and mails may overtake each other.
 */
const take: Statement = {
  name: 'kernel.take-delivery',
  text: `with turn as materialized (
      select $2::text <> 'fact' or pg_try_advisory_xact_lock(hashtextextended('facts of ' || $1::uuid::text, 0)) as is_mine)
    select d.id, d.reaction, d.attempts, coalesce(j.data, to_jsonb(d.item)) as data, j.person_id as "personId"
    from deliveries d left join journal j on j.organization_id = d.organization_id and j.id = d.journal_id
    where d.organization_id = $1 and d.lane = $2 and d.parked_at is null and d.due_at <= $3
      and (select is_mine from turn)
    order by d.due_at, d.id limit 1 for update of d skip locked`,
}

export const takeDue = async (tx: Tx, { lane, now }: Readonly<{ lane: Lane; now: Date }>): Promise<Due | undefined> =>
  (await tx.named<Due>(take, [tx.organizationId, lane, now]))[0]

const hold: Statement = { name: 'kernel.savepoint', text: 'savepoint item' }
const rollBack: Statement = { name: 'kernel.undo', text: 'rollback to savepoint item' }

/** What comes after it can be undone without giving back what was taken. */
export const savepoint = (tx: Tx): void => tx.lastly(hold, [])
export const undo = (tx: Tx): Promise<unknown> => tx.named(rollBack, [])

const remove: Statement = {
  name: 'kernel.delivered',
  text: 'delete from deliveries where organization_id = $1 and id = $2',
}
export const removeDone = (tx: Tx, { id }: Due): void => tx.lastly(remove, [tx.organizationId, id])

const again: Statement = {
  name: 'kernel.deliver-again',
  text: `update deliveries set due_at = $3, attempts = 0, taken_by = null, last_error = null, failed_at = null
    where organization_id = $1 and id = $2`,
}
export const againNow = (tx: Tx, { id }: Due, now: Date): void => tx.lastly(again, [tx.organizationId, id, now])

const mark: Statement = {
  name: 'kernel.mark-taken',
  text: 'update deliveries set taken_by = $3, attempts = $4, due_at = $5 where organization_id = $1 and id = $2',
}
/** It counts as a try at once: a document that brings the process down must not be tried for ever. */
export const markTaken = async (tx: Tx, { id, takenBy, attempts }: Due, until: Date): Promise<void> => {
  await tx.named(mark, [tx.organizationId, id, takenBy, attempts, until])
}

const keepMine: Statement = {
  name: 'kernel.keep-taken',
  text: `update deliveries set due_at = $4
    where organization_id = $1 and id = $2 and taken_by = $3 and parked_at is null`,
}
/** Nothing happens to an item that another worker was given meanwhile. */
export const keepTaken = async (tx: Tx, { id, takenBy }: Due, until: Date): Promise<void> => {
  await tx.named(keepMine, [tx.organizationId, id, takenBy, until])
}

const mine: Statement = {
  name: 'kernel.take-back',
  text: `select 1 from deliveries where organization_id = $1 and id = $2 and taken_by = $3 and parked_at is null
    for update`,
}
/** False when it was given to another worker meanwhile. */
export const takeBack = async (tx: Tx, { id, takenBy }: Due): Promise<boolean> =>
  (await tx.named(mine, [tx.organizationId, id, takenBy])).length > 0

const keep: Statement = {
  name: 'kernel.keep-delivery',
  text: `update deliveries set attempts = $5, taken_by = null, last_error = $6, due_at = $7,
      failed_at = coalesce(failed_at, $8), parked_at = $9
    where organization_id = $1 and id = $2 and attempts = $3 and taken_by is not distinct from $4
    returning id`,
}

type Later = Readonly<{ error: string; dueAt: Date; now: Date; mostAttempts: number }>

/** Counts a failure, once: false when it was counted before, or the item is in other hands. */
export const postponeDue = async (tx: Tx, due: Due, { error, dueAt, now, mostAttempts }: Later): Promise<boolean> => {
  const { id, attempts, takenBy = null } = due
  const tries = triesOf(due)
  const parkedAt = tries >= mostAttempts ? now : null
  const values = [tx.organizationId, id, attempts, takenBy, tries, error, dueAt, now, parkedAt]
  return (await tx.named(keep, values)).length > 0
}

/** How often it was tried, with this time. */
export const triesOf = ({ attempts, takenBy }: Due): number => (takenBy === undefined ? attempts + 1 : attempts)

const park: Statement = {
  name: 'kernel.park-delivery',
  text: `update deliveries set taken_by = null, last_error = $3, failed_at = coalesce(failed_at, $4), parked_at = $4
    where organization_id = $1 and id = $2`,
}
export const parkDue = async (tx: Tx, { id }: Due, { error, now }: Pick<Later, 'error' | 'now'>): Promise<void> => {
  await tx.named(park, [tx.organizationId, id, error, now])
}

const whoIsDue: Statement = {
  name: 'kernel.who-is-due',
  text: 'select organizations_with_due($1, $2) as id',
}

/** Whose turn it may be in a lane: an organization each, however much it has waiting. */
export const organizationsDue = async (pool: pg.Pool, lane: Lane, now: Date): Promise<readonly OrganizationId[]> => {
  const { rows } = await pool.query<{ id: OrganizationId }>({ ...whoIsDue, values: [lane, now] })
  return rows.map(({ id }) => id)
}

const known: Statement = {
  name: 'kernel.known-items',
  text: 'select item, parked_at is not null as "isParked" from deliveries where organization_id = $1 and reaction = $2',
}
type Known = Readonly<{ item: string; isParked: boolean }>

/** What a schedule found before and is not done: it is not looked for again. */
export const knownItems = (tx: Tx, name: string): Promise<readonly Known[]> =>
  tx.named<Known>(known, [tx.organizationId, name])

const insert: Statement = {
  name: 'kernel.insert-items',
  text: `insert into deliveries (organization_id, id, reaction, lane, item, due_at)
    select $1, found.id, $2, $3, found.item, $4 from unnest($5::uuid[], $6::uuid[]) as found(id, item)
    on conflict (organization_id, reaction, item) do nothing`,
}
type Found = Readonly<{ name: string; lane: Lane; now: Date; ids: readonly string[]; items: readonly string[] }>

export const insertItems = async (tx: Tx, { name, lane, now, ids, items }: Found): Promise<void> => {
  await tx.named(insert, [tx.organizationId, name, lane, now, ids, items])
}

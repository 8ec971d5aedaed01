import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { DeliveryId, ParkedRow } from './contract.ts'
import { parkedNotFound } from './problems.ts'

const page: Statement = {
  name: 'background.parked',
  text: `select id, reaction as name, lane, coalesce(last_error, '') as reason, attempts,
      coalesce(failed_at, parked_at) as "failingSince", parked_at as "parkedAt"
    from deliveries where organization_id = $1 and parked_at is not null and ($2::uuid is null or id > $2)
    order by id limit $3`,
}
const count: Statement = {
  name: 'background.count-parked',
  text: 'select count(*)::int as parked from deliveries where organization_id = $1 and parked_at is not null',
}

/** Ids are made in the order of time, so the oldest come first. */
export const parkedPage = async (
  tx: Tx,
  { after, limit }: Readonly<{ after?: string | undefined; limit: number }>,
) => {
  const rows = await tx.named<ParkedRow>(page, [tx.organizationId, keyOf(after, ['id'])?.[0] ?? null, limit + 1])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorOf([last.id]) : null, parked: await countParked(tx) }
}

export const countParked = async (tx: Tx): Promise<number> =>
  (await tx.named<{ parked: number }>(count, [tx.organizationId]))[0]?.parked ?? 0

const hold: Statement = {
  name: 'background.hold-parked',
  text: `select reaction as name from deliveries where organization_id = $1 and id = $2 and parked_at is not null
    for update`,
}

export const holdParked = async (tx: Tx, deliveryId: DeliveryId): Promise<Readonly<{ name: string }>> => {
  const [row] = await tx.named<{ name: string }>(hold, [tx.organizationId, deliveryId])
  if (!row) throw parkedNotFound({ deliveryId })
  return row
}

const retry: Statement = {
  name: 'background.retry-parked',
  text: `update deliveries set parked_at = null, attempts = 0, taken_by = null, failed_at = null, due_at = $3
    where organization_id = $1 and id = $2`,
}
const remove: Statement = {
  name: 'background.give-up-parked',
  text: 'delete from deliveries where organization_id = $1 and id = $2',
}

export const tryParkedAgain = async (tx: Tx, deliveryId: DeliveryId, now: Date): Promise<void> => {
  await tx.named(retry, [tx.organizationId, deliveryId, now])
}

export const removeParked = async (tx: Tx, deliveryId: DeliveryId): Promise<void> => {
  await tx.named(remove, [tx.organizationId, deliveryId])
}

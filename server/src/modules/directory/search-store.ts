import { type Actor, may, reachOf } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { type ContractorFilter, type ContractorSort, contractorStatuses } from './contract.ts'
import { readRates } from './permissions.ts'

/** The seven values of `askedBy`, as PostgreSQL takes them. */
export const asked = 'row ($1, $2, $3, $4, $5, $6, $7)::contractor_filter'
const search: Statement = {
  name: 'directory.search',
  text: `select search_contractors(${asked}, $8, $9, $10, $11, $12)::text as page`,
}
const count: Statement = {
  name: 'directory.count',
  text: `select count_contractors(${asked})::text as counts`,
}

type Page = Readonly<{
  filter: ContractorFilter
  sort: ContractorSort
  limit: number
  after: string | undefined
  now: Date
}>

/** A page of the contractors this actor may see, made by PostgreSQL and passed through. */
export const contractorsFor = async (
  actor: Actor,
  tx: Tx,
  { filter, sort, limit, after, now }: Page,
): Promise<JsonText> => {
  const [name, id] = keyOf(after, ['text', 'id']) ?? [null, null]
  const [row] = await tx.named<{ page: string }>(search, [
    ...askedBy(actor, filter),
    ...[sort, name, id],
    // The rate of no day is none.
    may(actor, readRates) ? now : null,
    limit,
  ])
  return new JsonText(row?.page ?? '{"items":[],"next":null}')
}

/** How many contractors there are under each choice of each filter. */
export const contractorCountsFor = async (actor: Actor, tx: Tx, filter: ContractorFilter): Promise<JsonText> => {
  const [row] = await tx.named<{ counts: string }>(count, askedBy(actor, filter))
  return new JsonText(row?.counts ?? '{}')
}

/** Who is archived is found only by asking for the archived. */
const notArchived = contractorStatuses.filter((status) => status !== 'archived')

export const askedBy = (actor: Actor, filter: ContractorFilter): readonly unknown[] => [
  filter.search || null,
  filter.status ?? notArchived,
  filter.country ?? null,
  filter.skill ?? null,
  filter.typeId ?? null,
  filter.availability ?? null,
  reachOf(actor),
]

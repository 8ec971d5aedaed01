import type { Actor } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { keyOf } from '#kernel/cursor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { ContractorFilter } from './contract.ts'

const search: Statement = {
  name: 'directory.search',
  text: 'select search_contractors($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)::text as page',
}

type Page = Readonly<{ filter: ContractorFilter; limit: number; after: string | undefined; today: PlainDate }>

/** A page of the contractors this actor may see, made by PostgreSQL and passed through. */
export const contractorsFor = async (
  actor: Actor,
  tx: Tx,
  { filter, limit, after, today }: Page,
): Promise<JsonText> => {
  const [afterName, afterId] = keyOf(after, 2) ?? []
  const [row] = await tx.named<{ page: string }>(search, [
    filter.search || null,
    filter.status ?? null,
    filter.country ?? null,
    filter.skill ?? null,
    filter.typeId ?? null,
    actor.departmentIds === 'all' ? null : actor.departmentIds,
    afterName ?? null,
    afterId ?? null,
    today,
    limit,
  ])
  return new JsonText(row?.page ?? '{"items":[],"next":null}')
}

import type { Actor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { ContractorFilter } from './contract.ts'
import { asked, askedBy } from './search-store.ts'

/** More than this is no list any more, but a backup. */
const mostRows = 200_000

const find: Statement = {
  name: 'directory.find-for-export',
  text: `select find_contractors(${asked}, 'name', null, null, $8) as ids`,
}

/** The columns of the file, which are also what an import understands, and what fills them. */
const columns: readonly (readonly [header: string, sql: string])[] = [
  ['Name', 'c.display_name'],
  ['E-mail', 'c.email'],
  ['Phone', 'c.phone'],
  ['Country', 'c.country'],
  ['Region', 'c.region'],
  ['City', 'c.city'],
  ['Time zone', 'c.time_zone'],
  ['Headline', 'c.headline'],
  ['About', 'c.about'],
  ['Website', 'c.website'],
  ['Skills', "array_to_string(c.skills, '; ')"],
  ['Type', 't.name'],
  ['Department', 'd.name'],
  ['External id', 'c.external_id'],
  ['State', "replace(c.status, '_', ' ')"],
  ['Do not engage', "case when c.do_not_engage_since is not null then 'yes' end"],
  ['Availability', 'c.availability'],
  ['Available from', 'c.available_from::text'],
  ['Rate', "money_json(r.amount_minor, r.currency) ->> 'amount'"],
  ['Rate currency', 'r.currency'],
  ['Rate unit', 'r.unit'],
]

export const exportHeaders = columns.map(([header]) => header)

const read: Statement = {
  name: 'directory.read-for-export',
  text: `select array[${columns.map(([, sql]) => sql).join(', ')}] as cells
    from unnest($2::uuid[]) with ordinality as p(id, place)
    join contractors c on c.organization_id = $1 and c.id = p.id
    left join contractor_types t on t.organization_id = $1 and t.id = c.type_id
    left join departments d on d.organization_id = $1 and d.id = c.department_id
    left join lateral (
      select unit, amount_minor, currency from contractor_rates
      where organization_id = $1 and contractor_id = c.id and valid_from <= $3
      order by valid_from desc, unit limit 1
    ) r on true
    order by p.place`,
}

export type Cells = readonly (string | null)[]

/** The contractors this actor may see, in the order of the list. */
export const idsFor = async (actor: Actor, tx: Tx, filter: ContractorFilter): Promise<readonly string[]> => {
  const [found] = await tx.named<{ ids: string[] }>(find, [...askedBy(actor, filter), mostRows])
  return found?.ids ?? []
}

/** These contractors as cells of a sheet, with their rates of a day or of none. */
export const cellsOf = async (
  tx: Tx,
  ids: readonly string[],
  ratesOn: PlainDate | null,
): Promise<readonly Cells[]> => {
  const rows = await tx.named<{ cells: Cells }>(read, [tx.organizationId, ids, ratesOn])
  return rows.map(({ cells }) => cells)
}

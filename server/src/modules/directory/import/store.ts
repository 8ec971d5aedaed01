import type { Statement, Tx } from '#kernel/db.ts'
import type { AnyId } from '#kernel/ids.ts'
import type { Contractor, NewContractor } from '#modules/directory/contractor.ts'
import { type ContractorId, ContractorTypeId } from '#modules/directory/ids.ts'
import { columnsOf, held } from '#modules/directory/store.ts'
import { DepartmentId } from '#modules/organizations/contract.ts'
import type { Names } from './place-row.ts'

const names: Statement = {
  name: 'directory.names-for-import',
  text: `select 'type' as kind, id, lower(name) as name, archived_at is not null as archived
      from contractor_types where organization_id = $1
    union all
    select 'department', id, lower(name), archived_at is not null from departments where organization_id = $1`,
}

type NameRow = Readonly<{ kind: string; id: string; name: string; archived: boolean }>

/** The types and departments by name, archived ones too: somebody may have them. */
export const namesForImport = async (tx: Tx): Promise<Names> => {
  const rows = await tx.named<NameRow>(names, [tx.organizationId])
  const of = <Id extends AnyId>(kind: string, idOf: Id) =>
    Map.groupBy(
      rows
        .filter((row) => row.kind === kind)
        .map(({ id, name, archived }) => ({ name, archived, id: idOf.parse(id) })),
      ({ name }) => name,
    )
  return { types: of('type', ContractorTypeId), departments: of('department', DepartmentId) }
}

const columns = `external_id, type_id, department_id, display_name, email, phone, country, region, city, time_zone,
  headline, about, website, skills`
const record = `r(id uuid, external_id text, type_id uuid, department_id uuid, display_name text, email text, phone text,
  country text, region text, city text, time_zone text, headline text, about text, website text, skills text[])`

const insert: Statement = {
  name: 'directory.insert-contractors',
  text: `insert into contractors (organization_id, id, status, moved_at, created_at, changed_at, ${columns})
    select $1, r.id, 'draft', $2, $2, $2, ${columns} from jsonb_to_recordset($3::jsonb) as ${record}`,
}

/** All of them in one statement. */
export const insertContractors = async (
  tx: Tx,
  contractors: readonly (NewContractor & Readonly<{ id: ContractorId }>)[],
  now: Date,
): Promise<void> => {
  if (contractors.length === 0) return
  await held(tx.named(insert, [tx.organizationId, now, jsonOf(contractors)]))
}

const update: Statement = {
  name: 'directory.update-contractors',
  text: `update contractors c set changed_at = $2, version = c.version + 1,
      (${columns}) = (${columns.replaceAll(/\w+/g, 'r.$&')})
    from jsonb_to_recordset($3::jsonb) as ${record}
    where c.organization_id = $1 and c.id = r.id`,
}

export const saveContractors = async (tx: Tx, contractors: readonly Contractor[], now: Date): Promise<void> => {
  if (contractors.length === 0) return
  await held(tx.named(update, [tx.organizationId, now, jsonOf(contractors)]))
}

const jsonOf = (contractors: readonly (NewContractor & Readonly<{ id: ContractorId }>)[]): string =>
  JSON.stringify(contractors.map((contractor) => ({ id: contractor.id, ...columnsOf(contractor) })))

import type { z } from 'zod'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import type { ContractorTypeId } from '#modules/directory/ids.ts'
import {
  contractorTypeExists,
  contractorTypeIsArchived,
  contractorTypeNotFound,
} from '#modules/directory/problems.ts'
import type { DirectoryTables } from '#modules/directory/tables.ts'
import { type ContractorTypeDescription, ContractorTypeView } from './contract.ts'

const db = (tx: Tx) => tx.withTables<DirectoryTables>()

const statement = (name: string, which: string): Statement => ({
  name: `directory.${name}`,
  text: `select t.id, t.name, t.description, t.version, (
      select count(*)::int from contractors c where c.organization_id = t.organization_id and c.type_id = t.id
    ) as contractors
    from contractor_types t where t.organization_id = $1 and t.archived_at is null ${which}`,
})
export const mostTypes = 500
const list = statement('contractor-types', `order by lower(t.name), t.id limit ${mostTypes + 1}`)
const lock = statement('lock-contractor-type', 'and t.id = $2 for update of t')

type TypeRow = z.input<typeof ContractorTypeView>

export const contractorTypesOf = async (tx: Tx): Promise<readonly ContractorTypeView[]> => {
  const rows = await tx.named<TypeRow>(list, [tx.organizationId])
  return rows.map((row) => ContractorTypeView.decode(row))
}

type Wanted = Readonly<{ contractorTypeId: ContractorTypeId; version: number }>

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockContractorType = async (
  tx: Tx,
  { contractorTypeId, version }: Wanted,
): Promise<ContractorTypeView> => {
  const [row] = await tx.named<TypeRow>(lock, [tx.organizationId, contractorTypeId])
  if (!row) throw contractorTypeNotFound({ contractorTypeId })
  const type = ContractorTypeView.decode(row)
  if (type.version !== version) throw stale({ currentVersion: type.version })
  return type
}

/** Holds the type as it is until the commit. Whoever has an archived one keeps it; nobody is given it any more. */
export const holdTypeInUse = async (tx: Tx, typeId: ContractorTypeId | null): Promise<void> => {
  if (typeId === null) return
  const row = await db(tx)
    .selectFrom('contractor_types')
    .select('archived_at')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', typeId)
    .forShare()
    .executeTakeFirst()
  if (row?.archived_at)
    throw contractorTypeIsArchived({ errors: [{ pointer: '#/typeId', detail: 'This type is no longer in use.' }] })
}

type Description = ContractorTypeDescription

export const insertContractorType = async (tx: Tx, id: ContractorTypeId, description: Description): Promise<void> => {
  await db(tx)
    .insertInto('contractor_types')
    .values({ organization_id: tx.organizationId, id, ...description })
    .execute()
    .catch(refusing('one_type_of_a_name', nameTaken))
}

type Change = Partial<Description> & Readonly<{ archived_at?: Date }>

export const saveContractorType = async (
  tx: Tx,
  { id, version }: Pick<ContractorTypeView, 'id' | 'version'>,
  change: Change,
): Promise<void> => {
  await db(tx)
    .updateTable('contractor_types')
    .set({ ...change, version: version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
    .catch(refusing('one_type_of_a_name', nameTaken))
}

const nameTaken = () => contractorTypeExists({ errors: [{ pointer: '#/name', detail: 'This name is taken.' }] })

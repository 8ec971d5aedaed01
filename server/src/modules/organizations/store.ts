import { refusing, type Tx } from '#kernel/db.ts'
import { DepartmentId, type DepartmentView, type NewOrganization } from './contract.ts'
import { departmentExists, slugTaken } from './problems.ts'
import type { OrganizationTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<OrganizationTables>()

/** The default brand: an indigo that holds white text at 4.5:1. */
const defaultBrandColor = '#4f46e5'

export const insertOrganization = async (tx: Tx, organization: NewOrganization, createdAt: Date): Promise<void> => {
  const { slug, name, timeZone, currency } = organization
  const organization_id = tx.organizationId
  await db(tx)
    .insertInto('organization_slugs')
    .values({ slug, organization_id })
    .execute()
    .catch(refusing('organization_slugs_pkey', slugTaken))
  await db(tx)
    .insertInto('organizations')
    .values({
      organization_id,
      slug,
      name,
      time_zone: timeZone,
      currency,
      programme_name: name,
      brand_color: defaultBrandColor,
      modules_off: [],
      created_at: createdAt,
      version: 1,
    })
    .execute()
}

export const insertDepartment = async (tx: Tx, id: DepartmentId, name: string): Promise<DepartmentView> => {
  await db(tx)
    .insertInto('departments')
    .values({ organization_id: tx.organizationId, id, name, version: 1 })
    .execute()
    .catch(refusing('one_department_of_a_name', departmentExists))
  return { id, name, version: 1 }
}

export const departmentsOf = async (tx: Tx): Promise<DepartmentView[]> => {
  const rows = await db(tx)
    .selectFrom('departments')
    .select(['id', 'name', 'version'])
    .where('organization_id', '=', tx.organizationId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .limit(1_000)
    .execute()
  return rows.map((row) => ({ ...row, id: DepartmentId.parse(row.id) }))
}

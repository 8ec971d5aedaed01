import type { Selectable } from 'kysely'
import { JsonText } from '#kernel/command.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { notFound, stale } from '#kernel/problem.ts'
import type { DepartmentId, NewOrganization } from './contract.ts'
import type { Department } from './department.ts'
import type { Organization } from './organization.ts'
import { brandNotFound, departmentExists, departmentNotFound, revealLimitReached, slugTaken } from './problems.ts'
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

const read = (lock: '' | ' for update'): Statement => ({
  name: lock ? 'organizations.lock' : 'organizations.read',
  text: `select slug, name, time_zone as "timeZone", currency, programme_name as "programmeName",
      brand_color as "brandColor", modules_off as "modulesOff", version,
      case when logo_file_id is not null then
        json_build_object('fileId', logo_file_id, 'sha256', logo_sha256, 'mediaType', logo_media_type) end as logo
    from organizations where organization_id = $1${lock}`,
})
const reading = read('')
const locking = read(' for update')

type OrganizationRow = Omit<Organization, 'organizationId' | 'modulesOff'> & { modulesOff: string[] }

export const readOrganization = async (tx: Tx): Promise<Organization> => {
  const [row] = await tx.named<OrganizationRow>(reading, [tx.organizationId])
  if (!row) throw notFound()
  return { ...row, organizationId: tx.organizationId }
}

const off: Statement = {
  name: 'organizations.modules-off',
  text: 'select modules_off as off from organizations where organization_id = $1',
}

/** What is switched off; nothing where there is no organization, as for a stranger who names none. */
export const modulesOff = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.named<{ off: string[] }>(off, [tx.organizationId]))[0]?.off ?? []

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockOrganization = async (tx: Tx, version: number): Promise<Organization> => {
  const [row] = await tx.named<OrganizationRow>(locking, [tx.organizationId])
  if (!row) throw notFound()
  if (row.version !== version) throw stale({ currentVersion: row.version })
  return { ...row, organizationId: tx.organizationId }
}

/** Gives back what is stored now: the next version. */
export const saveOrganization = async (tx: Tx, organization: Organization): Promise<Organization> => {
  const saved = { ...organization, version: organization.version + 1 }
  await db(tx)
    .updateTable('organizations')
    .set({
      name: saved.name,
      time_zone: saved.timeZone,
      currency: saved.currency,
      programme_name: saved.programmeName,
      brand_color: saved.brandColor,
      logo_file_id: saved.logo?.fileId ?? null,
      logo_sha256: saved.logo?.sha256 ?? null,
      logo_media_type: saved.logo?.mediaType ?? null,
      modules_off: [...saved.modulesOff],
      version: saved.version,
    })
    .where('organization_id', '=', tx.organizationId)
    .execute()
  return saved
}

const publicBrand: Statement = { name: 'organizations.public-brand', text: 'select public_brand($1)::text as brand' }

export const brandAt = async (tx: Tx, slug: string): Promise<JsonText> => {
  const [row] = await tx.named<{ brand: string | null }>(publicBrand, [slug])
  if (!row?.brand) throw brandNotFound()
  return new JsonText(row.brand)
}

const publicLogo: Statement = {
  name: 'organizations.public-logo',
  text: 'select organization_id as "organizationId", sha256, media_type as "mediaType" from public_logo($1)',
}

export type PublicLogo = Readonly<{ organizationId: string; sha256: string; mediaType: string }>

export const logoAt = async (tx: Tx, slug: string): Promise<PublicLogo> => {
  const [row] = await tx.named<PublicLogo>(publicLogo, [slug])
  if (!row) throw brandNotFound()
  return row
}

export const insertDepartment = async (tx: Tx, { id, name, version }: Department): Promise<void> => {
  await db(tx)
    .insertInto('departments')
    .values({ organization_id: tx.organizationId, id, name, version })
    .execute()
    .catch(refusing('one_department_of_a_name', departmentExists))
}

export const mostDepartments = 1_000
/** One more than are listed, if there are more. */
export const departmentsOf = async (tx: Tx, withArchived: boolean): Promise<readonly Department[]> => {
  const rows = await db(tx)
    .selectFrom('departments')
    .select(['id', 'name', 'archived_at', 'version'])
    .where('organization_id', '=', tx.organizationId)
    .$if(!withArchived, (query) => query.where('archived_at', 'is', null))
    .orderBy('name')
    .limit(mostDepartments + 1)
    .execute()
  return rows.map(departmentFrom)
}

type Known = Readonly<{ departmentId: DepartmentId; version: number }>

export const lockDepartment = async (tx: Tx, { departmentId, version }: Known): Promise<Department> => {
  const row = await db(tx)
    .selectFrom('departments')
    .select(['id', 'name', 'archived_at', 'version'])
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', departmentId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw departmentNotFound({ departmentId })
  if (row.version !== version) throw stale({ currentVersion: row.version })
  return departmentFrom(row)
}

const holdDepartments: Statement = {
  name: 'organizations.hold-departments',
  text: `select id, name, archived_at is not null as archived from departments
    where organization_id = $1 and id = any ($2) order by id for share`,
}

type Held = Readonly<{ id: string; name: string; archived: boolean }>

/** Holds those of these departments that exist as they are until the commit. */
export const departmentsHeld = (tx: Tx, ids: readonly string[]): Promise<readonly Held[]> =>
  tx.named<Held>(holdDepartments, [tx.organizationId, ids])

export const saveDepartment = async (tx: Tx, department: Department): Promise<Department> => {
  const saved = { ...department, version: department.version + 1 }
  await db(tx)
    .updateTable('departments')
    .set({ name: saved.name, archived_at: saved.archivedAt, version: saved.version })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', saved.id)
    .execute()
    .catch(refusing('one_department_of_a_name', departmentExists))
  return saved
}

type DepartmentRow = Pick<Selectable<OrganizationTables['departments']>, 'id' | 'name' | 'archived_at' | 'version'>

const departmentFrom = ({ id, name, archived_at, version }: DepartmentRow): Department => ({
  id,
  name,
  archivedAt: archived_at,
  version,
})

const countOne: Statement = {
  name: 'organizations.count-reveal',
  text: `insert into reveal_counts (organization_id, person_id, day, reveals) values ($1, $2, $3, 1)
    on conflict (organization_id, person_id, day) do update set reveals = reveal_counts.reveals + 1`,
}

/** One more look today; the 21st fails on the constraint, also when many are asked for at once. */
export const countOneReveal = async (tx: Tx, personId: string, day: string): Promise<void> => {
  await tx
    .named(countOne, [tx.organizationId, personId, day])
    .catch(refusing('at_most_20_reveals_a_day', revealLimitReached))
}

/** For what has to be looked after in each organization. */
export const everyOrganization: Statement = {
  name: 'organizations.every',
  text: 'select organization_id as id from organization_slugs',
}

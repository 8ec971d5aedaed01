import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { keyOf } from '#kernel/cursor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import {
  type ContractorFilter,
  type ContractorId,
  type ContractorPlacement,
  type ContractorProfile,
  ContractorView,
} from './contract.ts'
import { type Contractor, mayRead } from './contractor.ts'
import { contractorNotFound, emailTaken, externalIdTaken, unknownPlacement } from './problems.ts'
import type { DirectoryTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<DirectoryTables>()

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

const detail = (lock: '' | 'for update of c'): Statement => ({
  name: lock ? 'directory.lock' : 'directory.detail',
  text: `select c.version, c.department_id as "departmentId", json_build_object(
      'id', c.id, 'externalId', c.external_id, 'typeId', c.type_id, 'typeName', t.name,
      'departmentId', c.department_id, 'departmentName', d.name, 'displayName', c.display_name, 'email', c.email,
      'phone', c.phone, 'country', c.country, 'region', c.region, 'city', c.city, 'timeZone', c.time_zone,
      'headline', c.headline, 'about', c.about, 'website', c.website, 'skills', c.skills, 'status', c.status,
      'doNotEngage', c.do_not_engage, 'doNotEngageReason', c.do_not_engage_reason,
      'availability', c.availability, 'availableFrom', c.available_from, 'availabilityNote', c.availability_note,
      'version', c.version, 'rates', (
        select coalesce(json_agg(json_build_object(
          'unit', r.unit, 'price', money_json(r.amount_minor, r.currency), 'validFrom', r.valid_from
        ) order by r.valid_from desc, r.unit), '[]')
        from contractor_rates r where r.organization_id = c.organization_id and r.contractor_id = c.id)
    ) as contractor
    from contractors c
    left join contractor_types t on t.organization_id = c.organization_id and t.id = c.type_id
    left join departments d on d.organization_id = c.organization_id and d.id = c.department_id
    where c.organization_id = $1 and c.id = $2 ${lock}`,
})
const read = detail('')
const lock = detail('for update of c')

const Row = ContractorView.omit({ can: true })
type DetailRow = Readonly<{ contractor: z.input<typeof Row> }>

/** Whom the actor may not see is not there: the same answer as for an id that does not exist. */
export const contractorFor = async (actor: Actor, tx: Tx, contractorId: ContractorId): Promise<Contractor> => {
  const [row] = await tx.named<DetailRow>(read, [tx.organizationId, contractorId])
  const contractor = row && Row.decode(row.contractor)
  if (!contractor || !mayRead(actor, contractor)) throw contractorNotFound({ contractorId })
  return contractor
}

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockContractor = async (
  actor: Actor,
  tx: Tx,
  { contractorId, version }: Readonly<{ contractorId: ContractorId; version: number }>,
): Promise<Contractor> => {
  const [row] = await tx.named<DetailRow>(lock, [tx.organizationId, contractorId])
  const contractor = row && Row.decode(row.contractor)
  if (!contractor || !mayRead(actor, contractor)) throw contractorNotFound({ contractorId })
  if (contractor.version !== version) throw stale({ currentVersion: contractor.version })
  return contractor
}

type NewContractor = ContractorProfile & ContractorPlacement

export const insertContractor = async (tx: Tx, id: ContractorId, draft: NewContractor, now: Date): Promise<void> => {
  await db(tx)
    .insertInto('contractors')
    .values({
      organization_id: tx.organizationId,
      id,
      status: 'draft',
      created_at: now,
      changed_at: now,
      ...columnsOf(draft),
    })
    .execute()
    .catch(refusing('one_contractor_of_an_email', emailTaken))
    .catch(refusing('one_contractor_of_an_external_id', externalIdTaken))
    .catch(refusing('contractors_organization_id_type_id_fkey', unknownPlacement))
    .catch(refusing('contractors_organization_id_department_id_fkey', unknownPlacement))
}

export const saveContractor = async (tx: Tx, contractor: Contractor, now: Date): Promise<void> => {
  await db(tx)
    .updateTable('contractors')
    .set({ ...columnsOf(contractor), status: contractor.status, changed_at: now, version: contractor.version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', contractor.id)
    .execute()
    .catch(refusing('one_contractor_of_an_email', emailTaken))
    .catch(refusing('one_contractor_of_an_external_id', externalIdTaken))
    .catch(refusing('contractors_organization_id_type_id_fkey', unknownPlacement))
    .catch(refusing('contractors_organization_id_department_id_fkey', unknownPlacement))
}

const columnsOf = (contractor: NewContractor) => ({
  external_id: contractor.externalId,
  type_id: contractor.typeId,
  department_id: contractor.departmentId,
  display_name: contractor.displayName,
  email: contractor.email,
  phone: contractor.phone,
  country: contractor.country,
  region: contractor.region,
  city: contractor.city,
  time_zone: contractor.timeZone,
  headline: contractor.headline,
  about: contractor.about,
  website: contractor.website,
  skills: contractor.skills,
})

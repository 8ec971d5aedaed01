import { z } from 'zod'
import { type Actor, may } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import { changeStanding } from '#modules/access/index.ts'
import { type ContractorId, ContractorView } from './contract.ts'
import { type Contractor, mayRead, type NewContractor, type Standing, shownTo, standingOf } from './contractor.ts'
import { readRates } from './permissions.ts'
import { contractorNotFound, emailTaken, externalIdTaken, unknownPlacement } from './problems.ts'
import type { DirectoryTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<DirectoryTables>()

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** `withRates`: the SQL that says whether the reader may see what somebody costs. */
const shown = (
  withRates: string,
): string => `'id', c.id, 'externalId', c.external_id, 'typeId', c.type_id, 'typeName', t.name,
  'departmentId', c.department_id, 'departmentName', d.name, 'displayName', c.display_name, 'email', c.email,
  'phone', c.phone, 'country', c.country, 'region', c.region, 'city', c.city, 'timeZone', c.time_zone,
  'headline', c.headline, 'about', c.about, 'website', c.website, 'skills', c.skills, 'status', c.status,
  'movedAt', ${instant('c.moved_at')},
  'doNotEngage', c.do_not_engage_since is not null, 'doNotEngageSince', ${instant('c.do_not_engage_since')},
  'availability', c.availability, 'availableFrom', c.available_from, 'availabilityNote', c.availability_note,
  'availabilitySetAt', ${instant('c.availability_set_at')},
  'version', c.version, 'rates', (
    select coalesce(json_agg(json_build_object(
      'id', r.id, 'unit', r.unit, 'price', money_json(r.amount_minor, r.currency), 'validFrom', r.valid_from
    ) order by r.valid_from desc, r.unit), '[]')
    from contractor_rates r where ${withRates} and r.organization_id = c.organization_id and r.contractor_id = c.id)`

const source = `from contractors c
  left join contractor_types t on t.organization_id = c.organization_id and t.id = c.type_id
  left join departments d on d.organization_id = c.organization_id and d.id = c.department_id`

const detail = (name: string, which: string): Statement => ({
  name: `directory.${name}`,
  text: `select json_build_object(${shown('true')}, 'doNotEngageReason', c.do_not_engage_reason) as contractor
    ${source} where c.organization_id = $1 and ${which}`,
})
const read = detail('contractor', 'c.id = $2')
const lock = detail('lock-contractor', 'c.id = $2 for update of c')
// No address twice among those in use; who is archived is found only by external id.
const either = `(c.external_id = any ($3) or (c.email = any ($2) and c.status <> 'archived'))`
const known = detail('known-contractors', either)
const lockKnown = detail('lock-known-contractors', `${either} order by c.id for update of c`)

const Row = ContractorView.omit({ can: true, blockers: true })
type DetailRow = Readonly<{ contractor: z.input<typeof Row> }>

const found = async (tx: Tx, how: Statement, contractorId: ContractorId): Promise<Contractor> => {
  const [row] = await tx.named<DetailRow>(how, [tx.organizationId, contractorId])
  if (!row) throw contractorNotFound({ contractorId })
  return Row.decode(row.contractor)
}

export const contractorOf = (tx: Tx, contractorId: ContractorId): Promise<Contractor> => found(tx, read, contractorId)

const page: Statement = {
  name: 'directory.contractor-page',
  text: `select c.id, c.status, c.department_id as "departmentId", c.moved_at as "movedAt",
      c.do_not_engage_since as "doNotEngageSince", c.do_not_engage_reason as "doNotEngageReason",
      json_build_object(${shown('$3')})::text as page
    ${source} where c.organization_id = $1 and c.id = $2`,
}

/** The page of a contractor as JSON text made by PostgreSQL, completed by what depends on who looks. */
export const contractorPageFor = async (actor: Actor, tx: Tx, contractorId: ContractorId): Promise<JsonText> => {
  const [row] = await tx.named<Standing & { page: string }>(page, [
    tx.organizationId,
    contractorId,
    may(actor, readRates),
  ])
  if (!row || !mayRead(actor, row)) throw contractorNotFound({ contractorId })
  const own = JSON.stringify(z.encode(Own, shownTo(row, actor)))
  return new JsonText(`${row.page.slice(0, -1)},${own.slice(1)}`)
}
const Own = ContractorView.pick({ doNotEngageReason: true, blockers: true, can: true })

/** Holds the row until the commit. */
export const holdContractor = (tx: Tx, contractorId: ContractorId): Promise<Contractor> =>
  found(tx, lock, contractorId)

type Marks = Readonly<{ emails: readonly string[]; externalIds: readonly string[]; hold: boolean }>

/** Everybody on file by one of these addresses or external ids, if wanted held until the commit. */
export const contractorsKnownBy = async (
  tx: Tx,
  { emails, externalIds, hold }: Marks,
): Promise<readonly Contractor[]> => {
  const rows = await tx.named<DetailRow>(hold ? lockKnown : known, [tx.organizationId, emails, externalIds])
  return rows.map(({ contractor }) => Row.decode(contractor))
}

/** Whom the actor may not see is not there: the same answer as for an id that does not exist. */
const seenBy = (actor: Actor, contractor: Contractor): Contractor => {
  if (!mayRead(actor, contractor)) throw contractorNotFound({ contractorId: contractor.id })
  return contractor
}

export const contractorFor = async (actor: Actor, tx: Tx, contractorId: ContractorId): Promise<Contractor> =>
  seenBy(actor, await contractorOf(tx, contractorId))

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockContractor = async (
  actor: Actor,
  tx: Tx,
  { contractorId, version }: Readonly<{ contractorId: ContractorId; version: number }>,
): Promise<Contractor> => {
  const contractor = seenBy(actor, await holdContractor(tx, contractorId))
  if (contractor.version !== version) throw stale({ currentVersion: contractor.version })
  return contractor
}

const former: Statement = {
  name: 'directory.former-addresses',
  text: `select distinct email from contractor_addresses
    where organization_id = $1 and contractor_id = $2 and left_at > $3`,
}

/** Addresses that were on file and left after that time. */
export const formerAddressesOnFile = async (
  tx: Tx,
  contractorId: ContractorId,
  since: Date,
): Promise<readonly string[]> =>
  (await tx.named<{ email: string }>(former, [tx.organizationId, contractorId, since])).map(({ email }) => email)

export const insertContractor = async (tx: Tx, id: ContractorId, draft: NewContractor, now: Date): Promise<void> => {
  const columns = { ...columnsOf(draft), moved_at: now, created_at: now, changed_at: now }
  await held(
    db(tx)
      .insertInto('contractors')
      .values({ organization_id: tx.organizationId, id, status: 'draft', ...columns })
      .execute(),
  )
}

export const saveContractor = async (tx: Tx, contractor: Contractor, now: Date): Promise<void> => {
  const columns = { ...columnsOf(contractor), ...stateColumnsOf(contractor), changed_at: now }
  await held(
    db(tx)
      .updateTable('contractors')
      .set({ ...columns, version: contractor.version + 1 })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', contractor.id)
      .execute(),
  )
  const standing = standingOf(contractor)
  await changeStanding({ tx, now }, { contractorId: contractor.id, standing, since: contractor.movedAt })
}

/** Says in words what the table refuses. */
export const held = <Result>(written: Promise<Result>): Promise<Result> =>
  written
    .catch(refusing('one_contractor_of_an_email', () => emailTaken(at('email', 'This address is taken.'))))
    .catch(refusing('one_contractor_of_an_external_id', () => externalIdTaken(at('externalId', 'This id is taken.'))))
    .catch(
      refusing('contractors_organization_id_type_id_fkey', () => unknownPlacement(at('typeId', 'No such type.'))),
    )
    .catch(
      refusing('contractors_organization_id_department_id_fkey', () =>
        unknownPlacement(at('departmentId', 'No such department.')),
      ),
    )

const at = (field: string, detail: string) => ({ errors: [{ pointer: `#/${field}`, detail }] })

/** The columns that a profile and a placement fill. */
export const columnsOf = (contractor: NewContractor) => ({
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

const stateColumnsOf = (contractor: Contractor) => ({
  status: contractor.status,
  moved_at: contractor.movedAt,
  do_not_engage_since: contractor.doNotEngageSince,
  do_not_engage_reason: contractor.doNotEngageReason,
  availability: contractor.availability,
  available_from: contractor.availableFrom,
  availability_note: contractor.availabilityNote,
  availability_set_at: contractor.availabilitySetAt,
})

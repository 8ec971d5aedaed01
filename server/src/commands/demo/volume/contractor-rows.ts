import type { Work } from '#kernel/command.ts'
import { PlainDate } from '#kernel/dates.ts'
import type { Statement } from '#kernel/db.ts'
import { lastFour, Sealed } from '#kernel/secrets.ts'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import { sealAccount } from '#modules/payees/bank-account.ts'
import { tinPlace } from '#modules/tax/tin-place.ts'
import { revisionOn } from '#modules/tax/w9-revision.ts'
import { dayOf } from '../day-of.ts'
import { bulkInsert, listText, type Row } from './bulk-insert.ts'
import type { VolumeCompany } from './company.ts'
import type { Contractor, Job } from './contractor.ts'
import * as tables from './volume-tables.ts'
import { projectOf } from './written-invoice.ts'

type Vault = Pick<Work, 'tx' | 'secrets'>
type AtWork = Contractor & Readonly<{ job: Job }>

/** Where everybody lives; bank files and tax forms need an address. */
export const home = {
  line1: '48 Elm Street',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
}
export const routingNumber = '021000021'
const dayMs = 86_400_000

const addPeople: Statement = {
  name: 'volume.people',
  text: `insert into auth.people (id, name, email, email_verified, created_at, updated_at)
    select r.id, r.name, r.email, true, r.at, r.at
    from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as r(id, name, email, at)`,
}

/** Writes contractors with their engagement, sign-in, account and tax form. Numbers of accounts and taxes are sealed. */
export const insertContractors = async (
  vault: Vault,
  company: VolumeCompany,
  contractors: readonly Contractor[],
): Promise<void> => {
  const { tx } = vault
  await bulkInsert(
    tx,
    tables.contractors,
    contractors.map((one) => contractorRow(company, one)),
  )
  const atWork = contractors.filter((one): one is AtWork => one.job !== null)
  await tx.named(addPeople, [
    atWork.map(({ job }) => job.personId),
    atWork.map(({ profile }) => profile.displayName),
    atWork.map(({ profile }) => profile.email),
    atWork.map(({ joinedAt }) => new Date(joinedAt).toISOString()),
  ])
  await bulkInsert(tx, tables.contractorAccess, atWork.map(accessRow))
  await bulkInsert(
    tx,
    tables.contractorRates,
    atWork.map((one) => rateRow(one)),
  )
  await bulkInsert(
    tx,
    tables.engagements,
    atWork.map((one) => engagementRow(company, one)),
  )
  await bulkInsert(
    tx,
    tables.assignments,
    atWork.map((one) => assignmentRow(company, one)),
  )
  await bulkInsert(tx, tables.payees, atWork.map(payeeRow))
  const methods = atWork.flatMap((one) => methodRows(vault, company, one))
  await bulkInsert(tx, tables.payoutMethods, methods)
  await bulkInsert(
    tx,
    tables.taxForms,
    atWork.flatMap((one) => taxFormRows(vault, one)),
  )
}

const at = <Item>(items: readonly [Item, ...Item[]], place: number): Item => items[place % items.length] ?? items[0]

const steps: Readonly<Partial<Record<ContractorStatus, number>>> = { draft: 0, invited: 1, onboarding: 2, ready: 3 }

const contractorRow = (company: VolumeCompany, one: Contractor): Row<typeof tables.contractors> => {
  const { contractorId, profile, status, joinedAt, job, typeAt, departmentAt, place } = one
  return {
    id: contractorId,
    type_id: at(company.typeIds, typeAt),
    department_id: job ? projectOf(company, job).departmentId : at(company.departmentIds, departmentAt),
    display_name: profile.displayName,
    email: profile.email,
    country: profile.country,
    city: profile.city,
    headline: profile.headline,
    skills: listText(profile.skills),
    status,
    moved_at: movedAtOf(one),
    availability: (['unknown', 'available', 'limited', 'unavailable'] as const)[place % 4] ?? 'unknown',
    created_at: new Date(joinedAt),
    changed_at: new Date(joinedAt),
    version: 1 + (steps[status] ?? 4),
  }
}

const movedAtOf = ({ job, status, joinedAt }: Contractor): Date =>
  new Date(job && status !== 'active' ? job.to : joinedAt + dayMs / 48)

const accessRow = (one: AtWork): Row<typeof tables.contractorAccess> => ({
  contractor_id: one.contractorId,
  person_id: one.job.personId,
  granted_at: new Date(one.joinedAt + dayMs / 24),
  standing: one.status === 'paused' || one.status === 'ended' ? one.status : 'open',
  standing_since: movedAtOf(one),
})

const rateRow = ({ contractorId, job }: AtWork): Row<typeof tables.contractorRates> => ({
  id: job.rateId,
  contractor_id: contractorId,
  unit: 'hour',
  amount_minor: BigInt(job.rate) * 100n,
  currency: 'USD',
  valid_from: dayOf(job.from),
})

const engagementRow = (company: VolumeCompany, one: AtWork): Row<typeof tables.engagements> => ({
  id: one.job.engagementId,
  contractor_id: one.contractorId,
  legal_entity_id: company.legalEntity.id,
  department_id: projectOf(company, one.job).departmentId,
  status: one.status === 'ended' ? 'ended' : 'active',
  starts_on: dayOf(one.job.from),
  ends_on: one.status === 'ended' ? dayOf(one.job.to) : null,
  version: one.status === 'ended' ? 3 : 2,
})

const assignmentRow = (company: VolumeCompany, one: AtWork): Row<typeof tables.assignments> => {
  const { job, status, contractorId } = one
  const isOver = status === 'ended'
  return {
    id: job.assignmentId,
    project_id: projectOf(company, job).id,
    engagement_id: job.engagementId,
    contractor_id: contractorId,
    title: job.title,
    brief: 'Ongoing work, invoiced by the hour. What is wanted stands in the project.',
    pricing: 'hourly',
    price_minor: BigInt(job.rate) * 100n,
    currency: 'USD',
    starts_on: dayOf(job.from),
    ends_on: isOver ? dayOf(job.to) : null,
    answer_by: dayOf(job.from),
    status: isOver ? 'completed' : status === 'paused' ? 'paused' : 'active',
    drafted_by: company.staff.manager,
    offered_by: company.staff.manager,
    offered_at: new Date(one.joinedAt),
    answered_at: new Date(job.from),
    moved_at: new Date(status === 'active' ? job.from : job.to),
    version: status === 'active' ? 3 : 4,
  }
}

const payeeRow = ({ contractorId, profile, job, joinedAt }: AtWork): Row<typeof tables.payees> => ({
  id: job.payeeId,
  contractor_id: contractorId,
  kind: 'person',
  legal_name: profile.displayName,
  address: JSON.stringify(home),
  changed_at: new Date(joinedAt + dayMs / 24),
})

export const accountOf = ({ profile, job }: AtWork) => ({
  kind: 'us_bank' as const,
  holderName: profile.displayName,
  routingNumber,
  accountNumber: job.accountNumber,
  accountType: 'checking' as const,
})

/** The account that is paid to, and for a few another that waits to be confirmed. */
const methodRows = (vault: Vault, company: VolumeCompany, one: AtWork): Row<typeof tables.payoutMethods>[] => {
  const { trouble, payoutMethodId, nextMethodId } = one.job
  const joined = one.joinedAt + dayMs / 24
  if (trouble === 'no_account') return []
  const isConfirmed = trouble !== 'unconfirmed'
  const row = methodRow(vault, one, { id: payoutMethodId, at: joined, isChange: false, company, isConfirmed })
  if (trouble !== 'changing') return [row]
  const changed = { ...one, job: { ...one.job, accountNumber: `9${one.job.accountNumber}` } }
  const asked = { id: nextMethodId, at: one.job.to - 3 * dayMs, isChange: true, company, isConfirmed: false }
  return [row, methodRow(vault, changed, asked)]
}

type Asked = Readonly<{
  id: Job['payoutMethodId']
  at: number
  isChange: boolean
  isConfirmed: boolean
  company: VolumeCompany
}>

const methodRow = (
  vault: Vault,
  one: AtWork,
  { id, at: askedAt, isChange, isConfirmed, company }: Asked,
): Row<typeof tables.payoutMethods> => {
  const account = accountOf(one)
  const { sealed, last4, fingerprint } = sealAccount(vault, id, account)
  const verifiedAt = new Date(askedAt + dayMs / 4)
  return {
    id,
    payee_id: one.job.payeeId,
    kind: account.kind,
    holder_name: account.holderName,
    currency: 'USD',
    routing_number: account.routingNumber,
    account_type: account.accountType,
    number_sealed: Sealed.textOf(sealed),
    number_last4: last4,
    fingerprint,
    status: isConfirmed ? 'active' : 'pending_verification',
    is_change: isChange,
    requested_by: one.job.personId,
    requested_at: new Date(askedAt),
    verified_by: isConfirmed ? company.staff.legal : null,
    verified_at: isConfirmed ? verifiedAt : null,
    verified_how: isConfirmed ? 'Called the number on file, spoke to them, read back the last four.' : null,
    moved_at: isConfirmed ? verifiedAt : new Date(askedAt),
    version: isConfirmed ? 3 : 1,
  }
}

/** Form W-9 of those in the United States, with a number that no two of them share. */
const taxFormRows = ({ tx, secrets }: Vault, one: AtWork): Row<typeof tables.taxForms>[] => {
  const { job, profile, contractorId, place } = one
  if (profile.country !== 'US' || job.trouble === 'no_tax_form') return []
  const tin = `${400 + (place % 260)}${10 + (Math.floor(place / 260) % 89)}${1_000 + (Math.floor(place / 23_140) % 9_000)}`
  const signedAt = new Date(one.joinedAt + dayMs / 12)
  const signature = {
    mark: { kind: 'typed', text: profile.displayName },
    evidence: [
      { label: 'Account', value: profile.displayName },
      { label: 'Signed at', value: signedAt.toISOString() },
    ],
  }
  return [
    {
      id: job.taxFormId,
      contractor_id: contractorId,
      kind: 'w9',
      revision: revisionOn(PlainDate.parse(dayOf(signedAt.getTime()))).name,
      name: profile.displayName,
      classification: 'individual',
      address: JSON.stringify(home),
      tin_kind: 'ssn',
      tin_sealed: Sealed.textOf(secrets.seal(tinPlace(tx.organizationId, job.taxFormId), tin)),
      tin_last4: lastFour(tin),
      tin_fingerprint: secrets.fingerprint(tx.organizationId, 'tax id', tin),
      signature: JSON.stringify(signature),
      signed_by: job.personId,
      signed_at: signedAt,
      valid_from: dayOf(signedAt.getTime()),
      status: 'current',
    },
  ]
}

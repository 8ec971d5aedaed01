import { changePolicy, viewPolicy } from '#modules/approvals/contract.ts'
import { addContractorType, listContractorTypes } from '#modules/directory/contract.ts'
import {
  addDepartment,
  addLegalEntity,
  changeAccount,
  type DepartmentId,
  listDepartments,
} from '#modules/organizations/contract.ts'
import { changePaymentSchedule } from '#modules/payments/contract.ts'
import { addProject } from '#modules/work/contract.ts'
import type { Stage } from '../stage.ts'
import type { Project, Staff, VolumeCompany } from './company.ts'
import { volumeSchedule } from './pay-days.ts'

const name = 'Northwind Productions Inc.'
const office = {
  line1: '77 Water Street',
  line2: null,
  city: 'Seattle',
  region: 'WA',
  postalCode: '98104',
  country: 'US',
}
const departmentNames = ['Creative', 'Editorial', 'Engineering', 'Marketing', 'Research', 'Events']
const typeNames = ['Designer', 'Writer', 'Engineer', 'Photographer', 'Consultant']
const works = ['Catalogue', 'Annual report', 'Podcast', 'Website', 'Trade fair', 'Customer stories']
const seasons = ['spring', 'summer', 'autumn', 'winter']

/** A legal entity of its own for the volume, with its account, schedule and projects: by commands, before its story. */
export const foundVolumeCompany = async (stage: Stage, staff: Staff): Promise<VolumeCompany> => {
  const owner = stage.as(staff.owner, ['owner'])
  const finance = stage.as(staff.finance, ['finance'])
  const terms = { name, address: office, currency: 'USD', ein: '91-7654321' }
  const entity = await stage.perform(addLegalEntity, owner, terms)
  const legalEntityId = entity.id
  const account = {
    kind: 'us',
    bankName: 'Puget Bank',
    routingNumber: '021000021',
    accountNumber: '009876543210',
  } as const
  await stage.perform(changeAccount, finance, { legalEntityId, version: entity.version, account })
  const calendar = 'us-federal-reserve'
  await stage.perform(changePaymentSchedule, finance, { ...volumeSchedule, legalEntityId, version: 0, calendar })
  const departments = await departmentsOf(stage, staff)
  const [first, ...others] = await openProjects(stage, staff, { legalEntityId, departments })
  const [type, ...types] = await typesOf(stage, staff)
  const [department, ...rest] = departments.map(({ id }) => id)
  if (!first || !type || !department) throw new Error('A volume needs a project, a department and a contractor type.')
  return {
    organizationId: stage.organizationId,
    legalEntity: { id: legalEntityId, name },
    projects: [first, ...others],
    departmentIds: [department, ...rest],
    typeIds: [type, ...types],
    staff,
    policy: await policyOf(stage, staff),
  }
}

type Department = Readonly<{ id: DepartmentId; name: string }>

/** Those that are there, else new ones. */
const departmentsOf = async (stage: Stage, { owner }: Staff): Promise<readonly Department[]> => {
  const actor = stage.as(owner, ['owner'])
  const { items } = await stage.perform(listDepartments, actor, {})
  if (items.length > 0) return items
  const added: Department[] = []
  for (const named of departmentNames) added.push(await stage.perform(addDepartment, actor, { name: named }))
  return added
}

const typesOf = async (stage: Stage, { owner }: Staff) => {
  const actor = stage.as(owner, ['owner'])
  const { items } = await stage.perform(listContractorTypes, actor, {})
  if (items.length > 0) return items.map(({ id }) => id)
  const added = []
  for (const named of typeNames) added.push((await stage.perform(addContractorType, actor, { name: named })).id)
  return added
}

type Place = Readonly<{ legalEntityId: VolumeCompany['legalEntity']['id']; departments: readonly Department[] }>

const openProjects = async (stage: Stage, { owner }: Staff, { legalEntityId, departments }: Place) => {
  const actor = stage.as(owner, ['owner'])
  const projects: Project[] = []
  for (const [place, work] of works.flatMap((one) => seasons.map((season) => `${one}, ${season}`)).entries()) {
    const department = departments[place % departments.length]
    if (!department) continue
    const terms = { name: work, departmentId: department.id, legalEntityId }
    const { id } = await stage.perform(addProject, actor, terms)
    projects.push({ id, name: work, departmentId: department.id, departmentName: department.name })
  }
  return projects
}

/** Two people approve what is above this; the policy that is there already holds. */
const secondAbove = { amount: '9000.00', currency: 'USD' }

const policyOf = async (stage: Stage, { owner }: Staff): Promise<VolumeCompany['policy']> => {
  const actor = stage.as(owner, ['owner'])
  const known = await stage.perform(viewPolicy, actor, {})
  const { version, secondAbove: amounts } =
    known.version > 0 ? known : await stage.perform(changePolicy, actor, { secondAbove: [secondAbove], version: 0 })
  const dollars = amounts.find(({ currency }) => currency === 'USD')
  return dollars ? { version, secondAboveMinor: dollars.minor } : null
}

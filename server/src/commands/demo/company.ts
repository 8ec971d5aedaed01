import { machine } from '#kernel/actor.ts'
import { PersonId } from '#kernel/ids.ts'
import { addMember, addPerson } from '#modules/access/index.ts'
import { addContractorType } from '#modules/directory/contract.ts'
import {
  addDepartment,
  addLegalEntity,
  changeAccount,
  type DepartmentId,
  type LegalEntityId,
} from '#modules/organizations/contract.ts'
import { createOrganization } from '#modules/organizations/index.ts'
import { cast, demoPassword } from './cast.ts'
import type { Stage } from './stage.ts'

export type People = Readonly<Record<keyof typeof cast, PersonId>>
export type Company = Readonly<{
  people: People
  legalEntityId: LegalEntityId
  departmentIds: readonly DepartmentId[]
  typeIds: readonly string[]
}>

const office = {
  line1: '1200 NW Naito Parkway',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97209',
  country: 'US',
}
const departments = ['Creative', 'Editorial', 'Engineering', 'Marketing', 'Research', 'Events']
const types = ['Designer', 'Writer', 'Engineer', 'Photographer', 'Consultant']

/** Northwind as it was set up: its people, its legal entity with the account it pays from, departments and types. */
export const foundCompany = async (stage: Stage): Promise<Company> => {
  const organization = { slug: 'northwind', name: 'Northwind', timeZone: 'America/Los_Angeles', currency: 'USD' }
  await stage.work(machine(stage.organizationId), async (work) => [await createOrganization(work, organization)])
  const people = await hireCast(stage)
  const maya = stage.as(people.maya, ['owner'])
  const entity = await stage.perform(addLegalEntity, maya, {
    name: 'Northwind Studios LLC',
    address: office,
    currency: 'USD',
    ein: '93-1234567',
  })
  await stage.perform(changeAccount, stage.as(people.lee, ['finance']), {
    legalEntityId: entity.id,
    version: entity.version,
    account: { kind: 'us', bankName: 'Columbia Bank', routingNumber: '021000021', accountNumber: '001234567890' },
  })
  const departmentIds: DepartmentId[] = []
  for (const name of departments) departmentIds.push((await stage.perform(addDepartment, maya, { name })).id)
  const typeIds: string[] = []
  for (const name of types) typeIds.push((await stage.perform(addContractorType, maya, { name })).id)
  await stage.deliver()
  return { people, legalEntityId: entity.id, departmentIds, typeIds }
}

const hireCast = async (stage: Stage): Promise<People> => {
  const hired: Partial<Record<keyof typeof cast, PersonId>> = {}
  for (const [key, { name, email, roles }] of Object.entries(cast) as [
    keyof typeof cast,
    (typeof cast)[keyof typeof cast],
  ][]) {
    await stage.work(machine(stage.organizationId), async (work) => {
      const person = await addPerson(work, { name, email, password: demoPassword, pointer: '#' })
      hired[key] = PersonId.parse(person.id)
      return [await addMember(work, { person, roles, departmentIds: null })]
    })
  }
  return hired as People
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDepartment, archiveDepartment } from '#modules/organizations/contract.ts'
import { aContractor } from '#test/directory-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addContractor, addEngagement, changeContractor, changeEngagement } from './contract.ts'

let w: World
let legalEntityId: string
beforeAll(async () => {
  w = await createWorld()
  legalEntityId = (await legalEntityNamed(w, 'Northwind LLC')).id
})
afterAll(() => w.close())

const owner = () => w.member('owner')
const aDepartment = async (name: string) => (await w.done(addDepartment, owner(), { name })).id
const archive = (departmentId: string) => w.done(archiveDepartment, owner(), { departmentId, version: 1 })
const film = { displayName: 'Priya Raman', country: 'US' }
const days = { startsOn: '2026-12-01', endsOn: null }
const refusal = {
  status: 409,
  type: '/problems/department-archived',
  errors: [{ pointer: '#/departmentId', detail: expect.stringContaining('Choose another') }],
}

test('an archived department is given to no contractor and no engagement any more', async () => {
  const departmentId = await aDepartment('Film')
  const { id: contractorId, email } = await aContractor(w)
  const other = await aContractor(w)
  const engagement = await w.done(addEngagement, owner(), { contractorId: other.id, legalEntityId, ...days })
  await archive(departmentId)

  const answers = [
    await w.ask(addContractor, owner(), { ...film, email: 'priya@raman.example', departmentId }),
    await w.ask(changeContractor, owner(), { ...film, email, contractorId, version: 1, departmentId }),
    await w.ask(addEngagement, owner(), { contractorId, legalEntityId, ...days, departmentId }),
    await w.ask(changeEngagement, owner(), { engagementId: engagement.id, version: 1, ...days, departmentId }),
  ]

  for (const { body } of answers) expect(body).toMatchObject(refusal)
})

test('whoever was in a department before it was archived keeps it, whatever else is changed', async () => {
  const departmentId = await aDepartment('Sound')
  const { id: contractorId, email } = await aContractor(w, { departmentId })
  const terms = { contractorId, legalEntityId, ...days, departmentId }
  const { id: engagementId } = await w.done(addEngagement, owner(), terms)
  await archive(departmentId)

  const change = { ...film, email, contractorId, version: 1, departmentId }
  const contractor = await w.done(changeContractor, owner(), change)
  const longer = { engagementId, version: 1, departmentId, startsOn: '2026-12-01', endsOn: '2027-06-30' }
  const engagement = await w.done(changeEngagement, owner(), longer)

  expect(contractor).toMatchObject({ displayName: 'Priya Raman', departmentName: 'Sound' })
  expect(engagement).toMatchObject({ endsOn: '2027-06-30', departmentName: 'Sound' })
})

test('whoever left an archived department does not come back to it', async () => {
  const departmentId = await aDepartment('Print')
  const { id: contractorId, email } = await aContractor(w, { departmentId })
  await archive(departmentId)
  const change = { ...film, email, contractorId }

  const left = await w.done(changeContractor, owner(), { ...change, version: 1, departmentId: null })
  const { body } = await w.ask(changeContractor, owner(), { ...change, version: 2, departmentId })

  expect(left.departmentId).toBeNull()
  expect(body).toMatchObject(refusal)
})

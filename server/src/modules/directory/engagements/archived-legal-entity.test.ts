import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEngagement, changeEngagement } from '#modules/directory/contract.ts'
import { archiveLegalEntity } from '#modules/organizations/contract.ts'
import { aContractor } from '#test/directory-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const owner = () => w.member('owner')
const archive = (legalEntityId: string) => w.done(archiveLegalEntity, owner(), { legalEntityId, version: 1 })
const days = { departmentId: null, startsOn: '2026-12-01', endsOn: null }

test('nobody is engaged by an archived legal entity any more, and the refusal names it', async () => {
  const { id: legalEntityId } = await legalEntityNamed(w, 'Northwind Film LLC')
  const { id: contractorId } = await aContractor(w)
  await archive(legalEntityId)

  const { body } = await w.ask(addEngagement, owner(), { contractorId, legalEntityId, ...days })

  expect(body).toMatchObject({
    status: 409,
    type: '/problems/legal-entity-archived',
    errors: [{ pointer: '#/legalEntityId', detail: 'Archived: Northwind Film LLC. Choose another.' }],
  })
})

test('an engagement of a legal entity that was archived since can be made longer', async () => {
  const { id: legalEntityId } = await legalEntityNamed(w, 'Northwind Print LLC')
  const { id: contractorId } = await aContractor(w)
  const { id: engagementId } = await w.done(addEngagement, owner(), { contractorId, legalEntityId, ...days })
  await archive(legalEntityId)

  const longer = { ...days, engagementId, version: 1, endsOn: '2027-06-30' }
  const engagement = await w.done(changeEngagement, owner(), longer)

  expect(engagement).toMatchObject({ endsOn: '2027-06-30', legalEntityName: 'Northwind Print LLC' })
})

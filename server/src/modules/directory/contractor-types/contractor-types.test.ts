import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContractor, changeContractor, viewContractor } from '#modules/directory/contract.ts'
import { aContractor } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addContractorType, archiveContractorType, changeContractorType, listContractorTypes } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

test('a manager sees the types but does not add, change or archive one', async () => {
  const manager = w.member('manager')
  const type = await w.done(addContractorType, w.member('admin'), { name: 'Photographers' })
  const one = { contractorTypeId: type.id, version: 1 }

  const refused = [
    await w.ask(addContractorType, manager, { name: 'Editors' }),
    await w.ask(changeContractorType, manager, { ...one, name: 'Editors' }),
    await w.ask(archiveContractorType, manager, one),
  ]
  const list = await w.done(listContractorTypes, manager, {})

  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
  expect(list).toMatchObject({ items: [{ name: 'Photographers', contractors: 0 }], can: { change: false } })
})

test('two types in use do not share a name, whatever its case', async () => {
  const admin = w.member('admin')
  const type = await w.done(addContractorType, admin, { name: 'Designers' })

  const twice = await w.ask(addContractorType, admin, { name: 'DESIGNERS' })
  await w.done(archiveContractorType, admin, { contractorTypeId: type.id, version: 1 })
  const again = await w.ask(addContractorType, admin, { name: 'Designers' })

  expect(twice.body).toMatchObject({ type: '/problems/contractor-type-exists', errors: [{ pointer: '#/name' }] })
  expect(again.status).toBe(200)
})

test('a type is renamed and described, unless somebody was faster', async () => {
  const legal = w.member('legal')
  const type = await w.done(addContractorType, legal, { name: 'Writers' })
  const change = { contractorTypeId: type.id, version: 1, name: 'Authors', description: 'Words of any length' }

  const first = await w.done(changeContractorType, legal, change)
  const second = await w.ask(changeContractorType, legal, change)

  expect(first).toMatchObject({ name: 'Authors', description: 'Words of any length', version: 2 })
  expect(second.body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
})

test('an archived type is given to nobody any more, neither at first nor later', async () => {
  const owner = w.member('owner')
  const type = await w.done(addContractorType, owner, { name: 'Illustrators' })
  const { id: contractorId } = await aContractor(w, {})
  await w.done(archiveContractorType, owner, { contractorTypeId: type.id, version: 1 })
  const profile = { displayName: 'Late Comer', email: 'late@example.com', country: 'US', typeId: type.id }

  const answers = [
    await w.ask(addContractor, owner, profile),
    await w.ask(changeContractor, owner, { ...profile, contractorId, version: 1 }),
  ]

  for (const { status, body } of answers) {
    expect(status).toBe(409)
    expect(body).toMatchObject({ type: '/problems/contractor-type-archived', errors: [{ pointer: '#/typeId' }] })
  }
})

test('an archived type is out of the list, and whoever has it keeps it', async () => {
  const owner = w.member('owner')
  const type = await w.done(addContractorType, owner, { name: 'Engineers' })
  const contractor = await aContractor(w, { typeId: type.id })
  const counted = (await w.done(listContractorTypes, owner, {})).items.find(({ id }) => id === type.id)

  await w.done(archiveContractorType, owner, { contractorTypeId: type.id, version: 1 })

  expect(counted).toMatchObject({ contractors: 1 })
  expect((await w.done(listContractorTypes, owner, {})).items.map(({ name }) => name)).not.toContain('Engineers')
  expect(await w.done(viewContractor, owner, { contractorId: contractor.id })).toMatchObject({
    typeName: 'Engineers',
  })
  expect((await w.journal()).at(-1)).toMatchObject({
    name: 'directory.contractor-type-archived',
    data: { contractorTypeId: type.id, name: 'Engineers' },
  })
})

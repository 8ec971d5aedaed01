import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContractor, aContractorType } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { countContractors, listContractors } from './contract.ts'

let w: World
let typeId: string
beforeAll(async () => {
  w = await createWorld()
  typeId = (await aContractorType(w, 'Designers')).id
  await aContractor(w, { displayName: 'Ana', country: 'PT', skills: ['Print', 'Motion'], typeId })
  await aContractor(w, { displayName: 'Ben', country: 'US', skills: ['Motion'], typeId })
  await aContractor(w, { displayName: 'Cy', country: 'US', skills: ['Print'] })
  const archived = await aContractor(w, { displayName: 'Di', country: 'US' })
  await w.sql("update contractors set status = 'archived' where id = $1", [archived.id])
})
afterAll(() => w.close())

const counts = (filter: Record<string, unknown>) => w.done(countContractors, w.member('manager'), filter)

test('strangers to the organization count nobody', async () => {
  const elsewhere = w.memberOf(await w.newOrganization('harbor'), 'owner')

  expect(await w.done(countContractors, elsewhere, {})).toEqual({
    total: 0,
    status: [],
    country: [],
    typeId: [],
    availability: [],
    skill: [],
  })
})

test('each choice says how many there are, most first, and where the archived are', async () => {
  expect(await counts({})).toEqual({
    total: 3,
    status: [
      { value: 'draft', count: 3 },
      { value: 'archived', count: 1 },
    ],
    country: [
      { value: 'US', count: 2 },
      { value: 'PT', count: 1 },
    ],
    typeId: [{ value: typeId, count: 2 }],
    availability: [{ value: 'unknown', count: 3 }],
    skill: [
      { value: 'Motion', count: 2 },
      { value: 'Print', count: 2 },
    ],
  })
})

test('a filter does not narrow its own choices, only the others', async () => {
  const found = await counts({ country: ['US'] })

  expect(found.country).toEqual([
    { value: 'US', count: 2 },
    { value: 'PT', count: 1 },
  ])
  expect(found.total).toBe(2)
  expect(found.typeId).toEqual([{ value: typeId, count: 1 }])
})

test('every skill that is chosen narrows the rest', async () => {
  const found = await counts({ skill: ['Motion'] })

  expect(found.skill).toEqual([
    { value: 'Motion', count: 2 },
    { value: 'Print', count: 1 },
  ])
})

test('the count is that of the list, whatever is asked', async () => {
  for (const filter of [{}, { search: 'an' }, { status: ['archived'] }, { typeId: [typeId], skill: ['Print'] }]) {
    const { items } = await w.done(listContractors, w.member('manager'), filter)
    expect((await counts(filter)).total).toBe(items.length)
  }
})

test('a member limited to a department counts only whom they see', async () => {
  const departmentId = '0199a000-0000-7000-8000-00000000000d'
  await w.sql("insert into departments (organization_id, id, name) values ($1, $2, 'Design')", [
    w.northwind,
    departmentId,
  ])
  await aContractor(w, { displayName: 'Eve', departmentId })
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-00000000000e'] }

  expect((await w.done(countContractors, elsewhere, {})).total).toBe(0)
  expect((await w.done(countContractors, { ...elsewhere, departmentIds: [departmentId] }, {})).total).toBe(1)
  expect((await counts({})).total).toBe(4)
})

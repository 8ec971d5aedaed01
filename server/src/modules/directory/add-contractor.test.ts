import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDepartment } from '#modules/organizations/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { addContractor, changeContractor, listContractors, moveContractor, viewContractor } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const priya = {
  displayName: 'Priya Raman',
  email: 'priya@raman.example',
  country: 'US',
  city: 'Portland',
  headline: 'Motion designer',
  skills: ['Motion design', 'after  effects', 'After Effects'],
}

test('whoever is limited to departments puts nobody on file whom they would not find again', async () => {
  const { id } = await w.done(addDepartment, w.member('owner'), { name: 'Sound' })
  const limited = { ...w.member('manager'), departmentIds: [id] }
  const put = (email: string, departmentId: string | null) =>
    w.ask(addContractor, limited, { displayName: 'Eve Moss', email, country: 'US', departmentId })

  const nowhere = await put('nowhere@example.com', null)
  const there = await put('there@example.com', id)

  expect(nowhere.body).toMatchObject({
    type: '/problems/not-your-department',
    errors: [{ pointer: '#/departmentId' }],
  })
  expect(there.status).toBe(200)
})

test('an approver may look at contractors but not add one', async () => {
  const { status, body } = await w.ask(addContractor, w.member('approver'), { ...priya, email: 'no@raman.example' })

  expect(status).toBe(403)
  expect(body).toMatchObject({ type: '/problems/forbidden' })
})

test('an e-mail address and a country that are none are refused, each at its place', async () => {
  const { status, body } = await w.ask(addContractor, w.member('manager'), {
    ...priya,
    email: 'priya',
    country: 'usa',
  })

  expect(status).toBe(422)
  expect(body).toMatchObject({
    type: '/problems/invalid-input',
    errors: [{ pointer: '#/email' }, { pointer: '#/country' }],
  })
})

test('a property that does not exist is refused by name', async () => {
  const { body } = await w.ask(addContractor, w.member('manager'), { ...priya, status: 'active' })

  expect(body).toMatchObject({ errors: [{ pointer: '#/status' }] })
})

test('a manager puts a contractor on file, and the journal says so without personal details', async () => {
  const manager = w.member('manager')

  const contractor = await w.done(addContractor, manager, priya)

  expect(contractor).toMatchObject({ status: 'draft', skills: ['After Effects', 'Motion design'], version: 1 })
  expect(await w.journal()).toContainEqual({
    name: 'directory.contractor-added',
    data: { contractorId: contractor.id, displayName: 'Priya Raman' },
    personId: manager.personId,
    via: 'session',
  })
})

test('two contractors cannot share an e-mail address, whatever its case', async () => {
  const { status, body } = await w.ask(addContractor, w.member('manager'), { ...priya, email: 'PRIYA@raman.example' })

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/contractor-email-taken' })
})

test('a repeated idempotency key gets the first answer and adds nobody', async () => {
  const manager = w.member('manager')
  const lee = { ...priya, displayName: 'Lee Example', email: 'lee@example.com' }

  const first = await w.ask(addContractor, manager, lee, { key: 'once' })
  const again = await w.ask(addContractor, manager, lee, { key: 'once' })
  const other = await w.ask(addContractor, manager, { ...lee, city: 'Salem' }, { key: 'once' })

  expect(again.text).toBe(first.text)
  expect(other.body).toMatchObject({ status: 422, type: '/problems/idempotency-key-reused' })
  expect(await w.sql("select from contractors where email = 'lee@example.com'")).toHaveLength(1)
})

test('whoever looked at an older version is told so, and nothing changes', async () => {
  const manager = w.member('manager')
  const added = await w.done(addContractor, manager, { ...priya, email: 'ana@example.com', displayName: 'Ana Silva' })
  const change = { ...priya, email: 'ana@example.com', contractorId: added.id }

  const first = await w.ask(changeContractor, manager, { ...change, displayName: 'Ana Costa', version: 1 })
  const second = await w.ask(changeContractor, manager, { ...change, displayName: 'Ana Lima', version: 1 })

  expect(first.body).toMatchObject({ displayName: 'Ana Costa', version: 2 })
  expect(second.body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
})

test('a draft cannot become active, and the database says the same', async () => {
  const manager = w.member('manager')
  const added = await w.done(addContractor, manager, { ...priya, email: 'bo@example.com', displayName: 'Bo Chen' })

  const { body } = await w.ask(moveContractor, manager, {
    contractorId: added.id,
    version: 1,
    to: 'active',
    reason: 'now',
  })

  expect(body).toMatchObject({ type: '/problems/contractor-cannot-move', from: 'draft', to: 'active' })
  await expect(w.sql("update contractors set status = 'active' where id = $1", [added.id])).rejects.toThrow(
    'contractors cannot go from draft to active',
  )
})

test('a contractor of another organization is answered like one that does not exist', async () => {
  const elsewhere = w.memberOf(await w.newOrganization('harbor'), 'owner')
  const ours = await w.done(addContractor, w.member('manager'), {
    ...priya,
    email: 'cy@example.com',
    displayName: 'Cy Doe',
  })

  const foreign = await w.ask(viewContractor, elsewhere, { contractorId: ours.id })
  const absent = await w.ask(viewContractor, elsewhere, { contractorId: '0199a000-0000-7000-8000-000000000000' })

  expect([foreign.status, absent.status]).toEqual([404, 404])
  expect((foreign.body as { title: string }).title).toBe((absent.body as { title: string }).title)
})

test('beginnings of words find a contractor, and so does a name with a typing error', async () => {
  const manager = w.member('manager')

  const byBeginning = await w.done(listContractors, manager, { search: 'pri ram', country: 'US' })
  const byMistake = await w.done(listContractors, manager, { search: 'Prya Ramen' })
  const bySkill = await w.done(listContractors, manager, { skill: 'Motion design', limit: 1 })

  expect(byBeginning.items.map((row) => row.displayName)).toEqual(['Priya Raman'])
  expect(byMistake.items[0]?.displayName).toBe('Priya Raman')
  expect(bySkill.items).toHaveLength(1)
  expect(
    (await w.done(listContractors, manager, { skill: 'Motion design', after: bySkill.next })).items.length,
  ).toBeGreaterThan(0)
})

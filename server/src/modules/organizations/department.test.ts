import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#test/world.ts'
import { addDepartment, archiveDepartment, listDepartments, renameDepartment, restoreDepartment } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const owner = () => w.member('owner')
const add = (name: string) => w.done(addDepartment, owner(), { name })
const names = async (input: object = {}) =>
  (await w.done(listDepartments, w.member('manager'), input)).items.map(({ name }) => name)

test('a manager may see departments but not make, rename or archive one', async () => {
  const { id: departmentId, version } = await add('Design')
  const manager = w.member('manager')

  const statuses = [
    await w.ask(addDepartment, manager, { name: 'Film' }),
    await w.ask(renameDepartment, manager, { departmentId, name: 'Film', version }),
    await w.ask(archiveDepartment, manager, { departmentId, version }),
  ].map(({ status }) => status)

  expect(statuses).toEqual([403, 403, 403])
  expect(await names()).toEqual(['Design'])
})

test('two departments in use cannot share a name, whatever its case', async () => {
  const { id: departmentId, version } = await add('Editorial')

  const added = await w.ask(addDepartment, owner(), { name: 'DESIGN' })
  const renamed = await w.ask(renameDepartment, owner(), { departmentId, name: 'design', version })

  expect([added.body, renamed.body]).toMatchObject([
    { type: '/problems/department-exists' },
    { type: '/problems/department-exists' },
  ])
})

test('an archived department is no longer offered, stays readable, and its name is free again', async () => {
  const film = await add('Film')

  const archived = await w.done(archiveDepartment, owner(), { departmentId: film.id, version: film.version })

  expect(archived).toMatchObject({ archived: true, version: 2 })
  expect(await names()).not.toContain('Film')
  expect(await names({ withArchived: 'true' })).toContain('Film')
  await add('Film')
  const restored = await w.ask(restoreDepartment, owner(), { departmentId: film.id, version: 2 })
  expect(restored.body).toMatchObject({ type: '/problems/department-exists' })
})

test('an archived department is restored before it is renamed, and nothing is archived or restored twice', async () => {
  const { id: departmentId } = await add('Sound')
  const early = await w.ask(restoreDepartment, owner(), { departmentId, version: 1 })
  await w.done(archiveDepartment, owner(), { departmentId, version: 1 })

  const again = await w.ask(archiveDepartment, owner(), { departmentId, version: 2 })
  const renamed = await w.ask(renameDepartment, owner(), { departmentId, name: 'Audio', version: 2 })
  await w.done(restoreDepartment, owner(), { departmentId, version: 2 })
  const after = await w.done(renameDepartment, owner(), { departmentId, name: 'Audio', version: 3 })

  expect(early.body).toMatchObject({ type: '/problems/department-not-archived' })
  expect([again.body, renamed.body]).toMatchObject([
    { type: '/problems/department-archived' },
    { type: '/problems/department-archived' },
  ])
  expect(after).toMatchObject({ name: 'Audio', archived: false })
})

test('the journal tells a department’s life', async () => {
  const departmentId = (await w.done(listDepartments, owner(), {})).items.find(({ name }) => name === 'Audio')?.id

  const facts = (await w.journal()).filter(({ data }) => data.departmentId === departmentId).map(({ name }) => name)

  expect(facts).toEqual([
    'organizations.department-added',
    'organizations.department-archived',
    'organizations.department-restored',
    'organizations.department-renamed',
  ])
})

test('whoever looked at an older version is told so', async () => {
  const { id: departmentId } = await add('Print')
  await w.done(renameDepartment, owner(), { departmentId, name: 'Paper', version: 1 })

  const { body } = await w.ask(archiveDepartment, owner(), { departmentId, version: 1 })

  expect(body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
})

test('a list of departments that was cut says so', async () => {
  const whole = await w.done(listDepartments, owner(), { withArchived: true })
  await w.sql(
    `insert into departments (organization_id, id, name)
      select $1, ('0199c000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Zone ' || n from generate_series(1, 1000) n`,
    [w.northwind],
  )

  const cut = await w.done(listDepartments, owner(), { withArchived: true })

  expect(whole.isCut).toBe(false)
  expect([cut.isCut, cut.items.length]).toEqual([true, 1_000])
})

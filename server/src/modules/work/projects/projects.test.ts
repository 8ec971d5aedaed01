import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDepartment } from '#modules/organizations/contract.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import { addProject, changeProject, listProjects, type ProjectView, viewProject } from './contract.ts'

let w: World
let departmentId: string
let legalEntityId: string
beforeAll(async () => {
  w = await createWorld()
  departmentId = (await w.done(addDepartment, w.member('owner'), { name: 'Design' })).id
  legalEntityId = (await legalEntityNamed(w, 'Northwind LLC')).id
})
afterAll(() => w.close())

const terms = (other: object = {}) => ({ name: 'Spring campaign', departmentId, legalEntityId, ...other })
const open = (other: object = {}) => w.done(addProject, w.member('manager'), terms(other))
const changed = ({ id: projectId, version, status }: ProjectView, other: object = {}) => ({
  ...terms(other),
  projectId,
  version,
  status,
  ...other,
})

describe('refused', () => {
  test.each(['SPRING-26', 'spring-26'])('a second project of the code %s, whatever its case', async (code) => {
    await w.ask(addProject, w.member('manager'), terms({ code: 'Spring-26' }))

    const { status, body } = await w.ask(addProject, w.member('manager'), terms({ code }))

    expect(status).toBe(409)
    expect(body).toMatchObject({ type: '/problems/project-code-taken' })
  })

  test('all but one of five that take one code at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => w.ask(addProject, w.member('manager'), terms({ code: 'RACE' }))),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })

  test('an end before the start', async () => {
    const dates = { startsOn: '2026-12-01', endsOn: '2026-11-30' }
    const { body } = await w.ask(addProject, w.member('manager'), terms(dates))

    expect(body).toMatchObject({ errors: [{ pointer: '#/endsOn' }] })
  })

  test.each([
    ['0.00', '#/budget'],
    ['-1.00', '#/budget'],
    ['1.005', '#/budget/amount'],
  ])('a budget of %s', async (amount, pointer) => {
    const { status, body } = await w.ask(
      addProject,
      w.member('manager'),
      terms({ budget: { amount, currency: 'USD' } }),
    )

    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: [{ pointer }] })
  })

  test('a department and a legal entity that do not exist', async () => {
    const nobody = '0199a000-0000-7000-8000-0000000000aa'

    for (const field of ['departmentId', 'legalEntityId']) {
      const { status } = await w.ask(addProject, w.member('owner'), terms({ [field]: nobody }))
      expect([404, 409, 422]).toContain(status)
    }
  })

  test('whoever looked at an older version', async () => {
    const project = await open()
    await w.done(changeProject, w.member('manager'), changed(project, { name: 'Summer campaign' }))

    const { status } = await w.ask(changeProject, w.member('manager'), changed(project, { name: 'Autumn campaign' }))

    expect(status).toBe(409)
  })

  test('every role that does not plan work', async () => {
    const may = new Set(['owner', 'admin', 'finance', 'manager'])
    for (const role of everyRole) {
      const { status } = await w.ask(addProject, w.member(role), terms())
      expect([role, status]).toEqual([role, may.has(role) ? 200 : 403])
    }
  })

  test('a move into a department that is not one’s own', async () => {
    const project = await open()
    const other = await w.done(addDepartment, w.member('owner'), { name: 'Events' })
    const limited = { ...w.member('manager'), departmentIds: [departmentId as never] }

    const { status } = await w.ask(changeProject, limited, changed(project, { departmentId: other.id }))

    expect(status).toBe(403)
  })
})

test('a project keeps its code, its budget and its days as they were written', async () => {
  const written = {
    code: 'AUT-26',
    budget: { amount: '12500.50', currency: 'EUR' },
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
  }
  const project = await open(written)

  const seen = await w.done(viewProject, w.member('auditor'), { projectId: project.id })

  expect(seen).toMatchObject({
    ...written,
    budget: { minor: 1_250_050n, currency: 'EUR' },
    status: 'open',
    assignments: 0,
    can: { change: false },
  })
})

test('a project is closed and opened again, and the journal knows both', async () => {
  const project = await open({ name: 'To be closed' })
  const manager = w.member('manager')

  const closed = await w.done(changeProject, manager, changed(project, { name: 'To be closed', status: 'closed' }))
  const again = await w.done(changeProject, manager, changed(closed, { name: 'To be closed', status: 'open' }))

  expect([closed.status, again.status]).toEqual(['closed', 'open'])
  const facts = (await w.journal()).filter(({ data }) => data.projectId === project.id)
  expect(facts.map(({ name, data }) => [name, data.status])).toEqual([
    ['work.project-opened', undefined],
    ['work.project-changed', 'closed'],
    ['work.project-changed', 'open'],
  ])
})

test('projects are found by name or code and come by name, page by page', async () => {
  for (const name of ['Zebra A', 'zebra b', 'Zebra C']) await open({ name, code: `Z ${name}` })

  const first = await w.done(listProjects, w.member('finance'), { search: 'ZEBRA', limit: 2 })
  const second = await w.done(listProjects, w.member('finance'), { search: 'ZEBRA', limit: 2, after: first.next! })
  const byCode = await w.done(listProjects, w.member('finance'), { search: 'z zebra b' })

  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Zebra A', 'zebra b', 'Zebra C'])
  expect(second.next).toBeNull()
  expect(byCode.items.map(({ name }) => name)).toEqual(['zebra b'])
})

test('what a search takes for a pattern is only its letters', async () => {
  expect((await w.done(listProjects, w.member('finance'), { search: '%' })).items).toEqual([])
})

test('a member limited to a department finds its projects alone', async () => {
  const other = await w.done(addDepartment, w.member('owner'), { name: 'Film' })
  const theirs = await open({ name: 'A film', departmentId: other.id })
  const ours = await open({ name: 'A poster' })
  const limited = { ...w.member('manager'), departmentIds: [other.id] }

  const { items } = await w.done(listProjects, limited, {})
  const hidden = await w.ask(viewProject, limited, { projectId: ours.id })

  expect(items.map(({ id }) => id)).toEqual([theirs.id])
  expect(hidden.status).toBe(404)
})

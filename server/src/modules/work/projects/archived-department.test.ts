import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDepartment, archiveDepartment } from '#modules/organizations/contract.ts'
import { addProject, changeProject } from '#modules/work/contract.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'

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

test('no project is filed under an archived department any more, neither at first nor later', async () => {
  const departmentId = await aDepartment('Film')
  const terms = { name: 'Catalogue', departmentId: await aDepartment('Print'), legalEntityId }
  const { id: projectId } = await w.done(addProject, owner(), terms)
  await archive(departmentId)

  const answers = [
    await w.ask(addProject, owner(), { ...terms, departmentId }),
    await w.ask(changeProject, owner(), { ...terms, departmentId, projectId, version: 1, status: 'open' }),
  ]

  for (const { body } of answers)
    expect(body).toMatchObject({ type: '/problems/department-archived', errors: [{ pointer: '#/departmentId' }] })
})

test('a project of a department that was archived since can be renamed and closed', async () => {
  const departmentId = await aDepartment('Sound')
  const { id: projectId } = await w.done(addProject, owner(), { name: 'Jingles', departmentId, legalEntityId })
  await archive(departmentId)

  const closing = { name: 'Jingles 2026', departmentId, legalEntityId, projectId, version: 1, status: 'closed' }
  const project = await w.done(changeProject, owner(), closing)

  expect(project).toMatchObject({ name: 'Jingles 2026', departmentName: 'Sound', status: 'closed' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDepartment, archiveLegalEntity } from '#modules/organizations/contract.ts'
import { addProject, changeProject } from '#modules/work/contract.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
let departmentId: string
beforeAll(async () => {
  w = await createWorld()
  departmentId = (await w.done(addDepartment, owner(), { name: 'Print' })).id
})
afterAll(() => w.close())

const owner = () => w.member('owner')
const aLegalEntity = async (name: string) => (await legalEntityNamed(w, name)).id
const archive = (legalEntityId: string) => w.done(archiveLegalEntity, owner(), { legalEntityId, version: 1 })

test('no archived legal entity pays for a project any more, neither at first nor later', async () => {
  const legalEntityId = await aLegalEntity('Northwind Film LLC')
  const terms = { name: 'Catalogue', departmentId, legalEntityId: await aLegalEntity('Northwind LLC') }
  const { id: projectId } = await w.done(addProject, owner(), terms)
  await archive(legalEntityId)

  const answers = [
    await w.ask(addProject, owner(), { ...terms, legalEntityId }),
    await w.ask(changeProject, owner(), { ...terms, legalEntityId, projectId, version: 1, status: 'open' }),
  ]

  for (const { body } of answers)
    expect(body).toMatchObject({
      type: '/problems/legal-entity-archived',
      errors: [{ pointer: '#/legalEntityId', detail: 'Archived: Northwind Film LLC. Choose another.' }],
    })
})

test('a project of a legal entity that was archived since can be renamed and closed', async () => {
  const legalEntityId = await aLegalEntity('Northwind Print LLC')
  const terms = { name: 'Jingles', departmentId, legalEntityId }
  const { id: projectId } = await w.done(addProject, owner(), terms)
  await archive(legalEntityId)

  const closing = { ...terms, name: 'Jingles 2026', projectId, version: 1, status: 'closed' }
  const project = await w.done(changeProject, owner(), closing)

  expect(project).toMatchObject({ name: 'Jingles 2026', legalEntityName: 'Northwind Print LLC', status: 'closed' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  archiveContractorType,
  type ImportField,
  importContractors,
  previewImport,
  viewContractor,
} from '#modules/directory/contract.ts'
import { addDepartment, archiveDepartment } from '#modules/organizations/contract.ts'
import { aContractor, aContractorType } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const manager = () => w.member('manager')
const owner = () => w.member('owner')
const aDepartment = async (name: string) => (await w.done(addDepartment, owner(), { name })).id
const archive = (departmentId: string) => w.done(archiveDepartment, owner(), { departmentId, version: 1 })
const archiveType = (contractorTypeId: string) =>
  w.done(archiveContractorType, owner(), { contractorTypeId, version: 1 })

const columns: readonly ImportField[] = ['displayName', 'email', 'department', 'type']
const fileOf = (...rows: readonly string[]) => ({
  upload: new Uint8Array(Buffer.from(['Name,E-mail,Department,Type', ...rows, ''].join('\n'))),
})
const preview = (...rows: readonly string[]) =>
  w.done(previewImport, manager(), { columns, country: 'US' }, fileOf(...rows))

test('an archived department or type is given to nobody, and the row that names one says so', async () => {
  const [departmentId, type] = [await aDepartment('Film'), await aContractorType(w, 'Makers')]
  await aContractor(w, { email: 'other@example.com' })
  await archive(departmentId)
  await archiveType(type.id)

  const { rows } = await preview(
    'New,new@example.com,Film,',
    'Other,other@example.com,,Makers',
    'No,no@example.com,Zoo,',
  )

  expect(rows.map(({ outcome, errors }) => [outcome, errors])).toEqual([
    ['refused', [{ column: 'Department', detail: 'This department is archived.' }]],
    ['refused', [{ column: 'Type', detail: 'This contractor type is no longer in use.' }]],
    ['refused', [{ column: 'Department', detail: 'There is no such department.' }]],
  ])
})

test('a contractor who has them keeps them when the file says so again, whatever else it changes', async () => {
  const [departmentId, type] = [await aDepartment('Sound'), await aContractorType(w, 'Mixers')]
  const { id: contractorId, displayName } = await aContractor(w, {
    email: 'mixer@example.com',
    departmentId,
    typeId: type.id,
  })
  await archive(departmentId)
  await archiveType(type.id)

  const same = await preview(`${displayName},mixer@example.com,sound,mixers`)
  const renamed = fileOf('Priya R.,mixer@example.com,Sound,Mixers')
  const { counts } = await w.done(importContractors, manager(), { columns, badRows: 'stop' }, renamed)

  expect(same.counts).toMatchObject({ unchanged: 1, changed: 0, refused: 0 })
  expect(counts).toMatchObject({ changed: 1, refused: 0 })
  expect(await w.done(viewContractor, manager(), { contractorId })).toMatchObject({
    displayName: 'Priya R.',
    departmentName: 'Sound',
    typeName: 'Mixers',
  })
})

test('where a new department bears the name of an archived one, it is given to everybody but those who have the old one', async () => {
  const old = await aDepartment('Design')
  const { displayName } = await aContractor(w, { email: 'old@example.com', departmentId: old })
  await archive(old)
  const departmentId = await aDepartment('Design')

  const { counts } = await w.done(
    importContractors,
    manager(),
    { columns, country: 'US', badRows: 'stop' },
    fileOf(`${displayName},old@example.com,Design,`, 'Newcomer,newcomer@example.com,Design,'),
  )

  expect(counts).toMatchObject({ unchanged: 1, new: 1 })
  expect(await w.sql('select email from contractors where department_id = $1', [departmentId])).toEqual([
    { email: 'newcomer@example.com' },
  ])
})

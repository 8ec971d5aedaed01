import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportContractors, listContractors, viewContractor } from '#modules/directory/contract.ts'
import { takenMeanwhile } from '#test/between-transactions.ts'
import { aContractor, aContractorType } from '#test/directory-world.ts'
import { peopleCsv, peopleRows } from '#test/people-csv.ts'
import { createWorld, type World } from '#test/world.ts'
import { type ImportField, importContractors, previewImport } from './contract.ts'
import { importContractors as handler } from './import-contractors.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const file = (text: string) => ({ upload: new Uint8Array(Buffer.from(text)) })
const nameAndEmail: readonly ImportField[] = ['displayName', 'email', 'country']
const manager = () => w.member('manager')
const onFile = (email: string) => w.sql('select * from contractors where email = $1', [email])

test('an approver neither previews nor imports', async () => {
  const csv = file('Name,E-mail,Country\nAna,ana@example.com,PT\n')

  const preview = await w.ask(previewImport, w.member('approver'), {}, csv)
  const done = await w.ask(importContractors, w.member('approver'), { columns: nameAndEmail }, csv)

  expect([preview.status, done.status]).toEqual([403, 403])
})

test('whoever may not import does not learn what is wrong with a file', async () => {
  const { status } = await w.ask(importContractors, w.member('approver'), { columns: nameAndEmail }, file('"a'))

  expect(status).toBe(403)
})

test('without a column of names and one of addresses nothing is imported', async () => {
  const csv = file('Colour,Shape\nred,round\n')

  const preview = await w.done(previewImport, manager(), {}, csv)
  const { body } = await w.ask(importContractors, manager(), { columns: ['ignore', 'ignore'] }, csv)

  expect(preview).toMatchObject({ isMapped: false, rows: [], columns: [{ header: 'Colour', field: 'ignore' }, {}] })
  expect(body).toMatchObject({ type: '/problems/import-columns-unclear', errors: [{ pointer: '#/columns' }] })
})

test('every mistake is told by its row and its column, and nothing is imported with one in the file', async () => {
  const csv = file(
    [
      'Name,E-mail,Country,Website,Contractor type',
      'Good Gail,gail@example.com,PT,https://gail.example,',
      ',nobody@example.com,PT,,',
      'No Address,no-address,PT,,',
      'No Country,nc@example.com,,,',
      'Odd Country,oc@example.com,Atlantis,,',
      'Odd Site,os@example.com,PT,javascript:alert(1),',
      'Odd Type,ot@example.com,PT,,Wizards',
      'Twice,GAIL@example.com,PT,,',
      'Too Many,tm@example.com,PT,,,surplus',
    ].join('\n'),
  )
  const columns = [...nameAndEmail, 'website', 'type']

  const { rows, counts } = await w.done(previewImport, manager(), { columns }, csv)
  const { body } = await w.ask(importContractors, manager(), { columns }, csv)

  expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 8 })
  expect(
    rows.flatMap(({ row, errors }) => errors.map(({ column, detail }) => `${row} ${column}: ${detail}`)),
  ).toEqual([
    '3 Name: Write the name.',
    '4 E-mail: Write an e-mail address such as name@example.com.',
    '5 Country: Write the country.',
    '6 Country: Write the country by its name or its two-letter code.',
    '7 Website: Write a web address that starts with https://.',
    '8 Contractor type: There is no contractor type of this name.',
    '9 E-mail: Row 2 is about the same contractor.',
    '10 : This row has more cells than there are headers.',
  ])
  expect(body).toMatchObject({
    type: '/problems/import-has-mistakes',
    refused: 8,
    errors: expect.arrayContaining([{ pointer: '#/rows/3', detail: 'Row 3, Name: Write the name.' }]),
  })
  expect(await onFile('gail@example.com')).toEqual([])
})

test('rows with mistakes are left out when that is asked for', async () => {
  const csv = file('Name,E-mail,Country\nSkip One,skip-one@example.com,PT\nSkip Two,no-address,PT\n')

  const { counts, refused } = await w.done(
    importContractors,
    manager(),
    { columns: nameAndEmail, badRows: 'skip' },
    csv,
  )

  expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 })
  expect(refused).toMatchObject([{ row: 3, displayName: 'Skip Two' }])
  expect(await onFile('skip-one@example.com')).toMatchObject([{ display_name: 'Skip One', status: 'draft' }])
})

test('a contractor on file is recognised by external id or address; blank cells leave what is there', async () => {
  const known = await aContractor(w, {
    email: 'old@known.example',
    externalId: 'V-1',
    city: 'Porto',
    country: 'PT',
    skills: ['Print'],
  })
  const csv = file(
    'Vendor ID,Name,E-mail,City,Skills\nV-1,Known Kim,new@known.example,,print|MOTION\n,Other,other@known.example,Lisbon,\n',
  )
  const columns = ['externalId', 'displayName', 'email', 'city', 'skills']

  const preview = await w.done(previewImport, manager(), { columns, country: 'PT' }, csv)
  await w.done(importContractors, manager(), { columns, country: 'PT' }, csv)

  expect(preview.rows).toMatchObject([
    { row: 2, outcome: 'changed', contractorId: known.id, fields: ['displayName', 'email', 'skills'] },
    { row: 3, outcome: 'new', contractorId: null },
  ])
  expect(await w.done(viewContractor, manager(), { contractorId: known.id })).toMatchObject({
    displayName: 'Known Kim',
    email: 'new@known.example',
    city: 'Porto',
    skills: ['MOTION', 'Print'],
    version: 2,
  })
})

test('a name in two columns is put together as people of its script write it', async () => {
  const csv = file(
    'First name,Last name,E-mail\nPriya,Raman,pr@example.com\n小龍,李,lx@example.com\n,Cher,ch@example.com\n',
  )

  const { rows } = await w.done(previewImport, manager(), { country: 'US' }, csv)

  expect(rows.map(({ displayName }) => displayName)).toEqual(['Priya Raman', '李小龍', 'Cher'])
})

test('a row never takes another contractor’s address or id', async () => {
  await aContractor(w, { email: 'first@held.example', externalId: 'H-1' })
  await aContractor(w, { email: 'second@held.example', externalId: 'H-2' })
  const csv = file('Id,Name,E-mail\nH-1,First,second@held.example\nH-9,Second,second@held.example\n')

  const { rows } = await w.done(previewImport, manager(), { columns: ['externalId', 'displayName', 'email'] }, csv)

  expect(rows.map(({ errors }) => errors)).toEqual([
    [{ column: 'E-mail', detail: 'Another contractor already has this e-mail address.' }],
    [{ column: 'Id', detail: 'This address is on file under the id H-2.' }],
  ])
})

test('a manager limited to a department imports into it, and learns nothing about the others', async () => {
  const [mine, theirs] = ['0199a000-0000-7000-8000-0000000000d1', '0199a000-0000-7000-8000-0000000000d2']
  await w.sql("insert into departments (organization_id, id, name) values ($1, $2, 'Design'), ($1, $3, 'Film')", [
    w.northwind,
    mine,
    theirs,
  ])
  await aContractor(w, { email: 'hidden@film.example', departmentId: theirs, externalId: 'F-1' })
  const csv = file(
    'Name,E-mail,Department\nDee,dee@example.com,design\nFay,fay@example.com,Film\nHid,hidden@film.example,Design\n',
  )
  const limited = { ...manager(), departmentIds: [mine ?? ''] }

  const { rows } = await w.done(
    previewImport,
    limited,
    { columns: ['displayName', 'email', 'department'], country: 'US' },
    csv,
  )

  const outcomes = new Map(rows.map(({ row, outcome, errors }) => [row, [outcome, errors[0]?.detail]]))
  expect(outcomes.get(2)).toEqual(['new', undefined])
  expect(outcomes.get(3)).toEqual(['refused', 'This belongs to a department that is not yours.'])
  expect(outcomes.get(4)).toEqual(['refused', 'This belongs to a department that is not yours.'])
})

test('a file that comes from our own export changes nothing when it comes back', async () => {
  await aContractorType(w, 'Designers')
  await aContractor(w, {
    displayName: '=Formula & Sons',
    phone: '+1 503 555 0100',
    skills: ['C#', 'Print'],
    city: 'Łódź',
  })
  const { text } = await w.ask(exportContractors, w.member('owner'), {})

  const preview = await w.done(previewImport, manager(), {}, file(text))

  expect(preview.counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
  expect(preview.counts.unchanged).toBeGreaterThan(3)
})

test('a thousand people with names in many scripts come in within seconds, and the same file changes nothing', async () => {
  const rows = peopleRows(1_000, 20_261_116)
  const csv = file(peopleCsv(rows))
  const before = (await w.journal()).length

  const preview = await w.done(previewImport, manager(), {}, csv)
  const columns = preview.columns.map(({ field }) => field)
  const startedAt = performance.now()
  const first = await w.done(importContractors, manager(), { columns }, csv)
  const tookMs = performance.now() - startedAt
  const again = await w.done(importContractors, manager(), { columns }, csv)

  expect(preview).toMatchObject({ delimiter: ';', encoding: 'utf-8', isMapped: true })
  expect(columns).toEqual([
    'externalId',
    'firstName',
    'lastName',
    'email',
    'country',
    'city',
    'about',
    'skills',
    'phone',
  ])
  expect(preview.counts).toEqual(first.counts)
  expect(first.counts).toEqual({ new: 1_000, changed: 0, unchanged: 0, refused: 0 })
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1_000, refused: 0 })
  expect(tookMs).toBeLessThan(10_000)
  const names = (await w.journal()).slice(before).map(({ name }) => name)
  expect(names.filter((name) => name === 'directory.contractor-added')).toHaveLength(1_000)
  expect(names.filter((name) => name === 'directory.contractors-imported')).toHaveLength(2)
  for (const search of ['李', 'γιωργος', 'петров', 'أحمد', 'כהן', 'शर्मा', '佐藤', '김', 'สมชาย', 'zolc'])
    expect((await w.done(listContractors, manager(), { search })).items.length, search).toBeGreaterThan(0)
})

test('what changed in the file changes on file, and nothing else', async () => {
  const rows = peopleRows(1_000, 20_261_116).map((row, index) =>
    index % 100 === 0 ? row.with(5, 'Moved Town') : row,
  )

  const { counts } = await w.done(
    importContractors,
    manager(),
    {
      columns: (await w.done(previewImport, manager(), {}, file(peopleCsv(rows)))).columns.map(({ field }) => field),
    },
    file(peopleCsv(rows)),
  )

  expect(counts).toEqual({ new: 0, changed: 10, unchanged: 990, refused: 0 })
  expect(await w.sql("select from contractors where city = 'Moved Town' and version = 2")).toHaveLength(10)
})

test('a repeated idempotency key imports once and gives the first answer', async () => {
  const csv = file('Name,E-mail,Country\nOnce Only,once@example.com,PT\n')
  const who = manager()

  const first = await w.ask(importContractors, who, { columns: nameAndEmail }, { ...csv, key: 'import-1' })
  const again = await w.ask(importContractors, who, { columns: nameAndEmail }, { ...csv, key: 'import-1' })

  expect(again.text).toBe(first.text)
  expect(await onFile('once@example.com')).toHaveLength(1)
})

test('while the file is read, no connection to the database waits for it', async () => {
  const { upload } = file('Name,E-mail,Country\nRead First,first@example.com,PT\n')

  const taken = await takenMeanwhile(w, handler, { actor: manager(), input: { columns: nameAndEmail }, upload })

  expect(taken).toEqual([0])
  expect(await onFile('first@example.com')).toHaveLength(1)
})

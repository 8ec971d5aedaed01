import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Download } from '#kernel/download.ts'
import { aContractor, aContractorType, aRate } from '#test/directory-world.ts'
import { manyContractors } from '#test/many-contractors.ts'
import { createWorld, type World } from '#test/world.ts'
import { exportContractors } from './contract.ts'
import { exportContractors as exporting } from './export-contractors.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const exported = async (filter: Record<string, unknown> = {}) => {
  const { text, headers } = await w.ask(exportContractors, w.member('finance'), filter)
  return { headers, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] }
}

test('a manager looks at the list but does not carry it out of the house', async () => {
  expect((await w.ask(exportContractors, w.member('manager'), {})).status).toBe(403)
})

test('the file has everything on file, the same list and a name with the day', async () => {
  const { id: typeId } = await aContractorType(w, 'Designers')
  const priya = await aContractor(w, {
    displayName: 'Priya Raman',
    email: 'priya@raman.example',
    city: 'Portland',
    skills: ['Print', 'Motion'],
    typeId,
    externalId: 'V-17',
  })
  await aRate(w, priya, '80.00', '2026-01-01')
  await aContractor(w, { displayName: 'Somebody Else', country: 'DE' })

  const { rows, headers } = await exported({ search: 'priya' })

  expect(headers.get('content-disposition')).toContain('contractors-2026-11-16.csv')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    Name: 'Priya Raman',
    'E-mail': 'priya@raman.example',
    City: 'Portland',
    Skills: 'Motion; Print',
    Type: 'Designers',
    'External id': 'V-17',
    State: 'draft',
    Rate: '80.00',
    'Rate currency': 'USD',
    'Rate unit': 'hour',
  })
})

test.each(['=HYPERLINK("http://x.example","here")', '+1 503 555 0100', '-2+3', '@SUM(A1)'])(
  '%s is text in a spreadsheet, never a formula',
  async (displayName) => {
    await aContractor(w, { displayName, city: 'Formula' })

    const { rows } = await exported({ search: 'formula' })

    expect(rows.map(({ Name }) => Name)).toContain(`'${displayName}`)
  },
)

test('names in every script, quotes and line breaks come out as they went in', async () => {
  const about = 'First line\nsecond "line"; with, signs'
  await aContractor(w, { displayName: 'Γιώργος "Γ" Παππάς, 李小龍', about, city: 'Script' })

  const { rows } = await exported({ search: 'script' })

  expect(rows).toMatchObject([{ Name: 'Γιώργος "Γ" Παππάς, 李小龍', About: about }])
})

test('thousands come out in the order of the list, none twice', async () => {
  await manyContractors(w, 3_000)

  const { rows } = await exported({ country: ['US', 'DE', 'PL', 'IN', 'CN'] })
  const emails = rows.map((row) => row['E-mail'])

  expect(rows.length).toBeGreaterThan(2_000)
  expect(new Set(emails).size).toBe(rows.length)
  const [{ n }] = (await w.sql("select count(*)::int as n from contractors where status <> 'archived'")) as [
    { n: number },
  ]
  expect(rows).toHaveLength(n)
})

test('a row is read when it is sent: no list, however large, is held in memory', async () => {
  const last = await aContractor(w, { displayName: 'Zzz Last', city: 'Before' })
  const answer = await exporting.execute(w.runtime, { actor: w.member('finance'), now: w.now(), input: {} })
  if (!(answer instanceof Download)) throw new Error('This is no file.')
  let text = ''

  for await (const piece of answer.content as AsyncIterable<string>) {
    if (text === '') await w.sql("update contractors set city = 'After' where id = $1", [last.id])
    text += piece
  }

  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.length).toBeGreaterThan(2_000)
  expect(rows.find(({ Name }) => Name === 'Zzz Last')).toMatchObject({ City: 'After' })
})

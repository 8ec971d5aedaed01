import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { changeInvoice, draftInvoice, listInvoices, rejectInvoice, submitInvoice, voidMyInvoice } from './contract.ts'
import { numberKey } from './invoice-number.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

type AtWork = Awaited<ReturnType<typeof contractorAtWork>>
const lines = [{ description: 'Motion design', quantity: '1', unitPrice: '85.00' }]
const written = ({ assignmentId }: AtWork, number: string, issuedOn = '2026-11-16') => ({
  assignmentId,
  number,
  issuedOn,
  lines,
})
const draft = (at: AtWork, number: string, issuedOn?: string) =>
  w.ask(draftInvoice, at.actor, written(at, number, issuedOn))
const drafted = (at: AtWork, number: string, issuedOn?: string) =>
  w.done(draftInvoice, at.actor, written(at, number, issuedOn))

test('the same number again in one year is refused, and in the next year it is taken', async () => {
  const at = await contractorAtWork(w)
  await drafted(at, '1', '2025-12-31')

  const again = await draft(at, '001', '2025-01-01')
  const nextYear = await draft(at, '1', '2026-01-01')

  expect(again.body).toMatchObject({
    type: '/problems/invoice-number-taken',
    errors: [{ pointer: '#/number', detail: 'You have used this number in the same year before.' }],
  })
  expect(nextYear.status).toBe(200)
})

test('an invoice is not moved into a year that has its number', async () => {
  const at = await contractorAtWork(w)
  await drafted(at, '1', '2025-12-31')
  const { id: invoiceId } = await drafted(at, '1', '2026-01-01')

  const { body } = await w.ask(changeInvoice, at.actor, {
    invoiceId,
    version: 1,
    number: '1',
    issuedOn: '2025-06-30',
    lines,
  })

  expect(body).toMatchObject({ type: '/problems/invoice-number-taken' })
})

test('2026-01-11 and 2026-11-1 of one contractor are two invoices', async () => {
  const at = await contractorAtWork(w)

  expect((await draft(at, '2026-01-11')).status).toBe(200)
  expect((await draft(at, '2026-11-1')).status).toBe(200)
  expect((await draft(at, '2026/1/11')).status).toBe(409)
})

test('a number that was rejected or taken back is free again', async () => {
  const at = await contractorAtWork(w)
  const first = await drafted(at, 'R-7')
  const submitted = await w.done(submitInvoice, at.actor, { invoiceId: first.id, version: 1 })
  const reason = 'The week is wrong'
  await w.done(rejectInvoice, w.member('manager'), { invoiceId: first.id, version: submitted.version, reason })

  const second = await drafted(at, 'R-7')
  expect((await draft(at, 'R-7')).status).toBe(409)
  await w.done(voidMyInvoice, at.actor, { invoiceId: second.id, version: 1, reason })
  const third = await drafted(at, 'R-7')

  expect(third.number).toBe('R-7')
})

test('a letter that turns the line around is no part of a number, and nothing else is none at all', async () => {
  const at = await contractorAtWork(w)

  const turned = await drafted(at, 'INV-\u202e24\u202c')
  const again = await draft(at, 'INV-24')
  const nothing = await draft(at, '\u202e\u3164')

  expect([turned.number, again.status]).toEqual(['INV-24', 409])
  expect(nothing.body).toMatchObject({ errors: [{ pointer: '#/number', detail: 'Give the invoice your number.' }] })
})

test('another contractor has numbers of their own', async () => {
  const [priya, marco] = [await contractorAtWork(w), await contractorAtWork(w)]
  await drafted(priya, 'OWN-1')

  expect((await draft(marco, 'OWN-1')).status).toBe(200)
})

test.each(['2026/10/1', '2026-10', ' 2026.10.001 ', '２０２６-１０-１'])(
  'a search for %s finds the invoice 2026-10-1',
  async (search) => {
    const at = await contractorAtWork(w)
    const { id: invoiceId } = await drafted(at, '2026-10-1')
    await w.done(submitInvoice, at.actor, { invoiceId, version: 1 })

    const { items } = await w.done(listInvoices, w.member('finance'), { search, contractorId: at.contractorId })

    expect(items.map(({ id }) => id)).toEqual([invoiceId])
  },
)

test('what a search takes for a pattern is only its letters', async () => {
  const { items } = await w.done(listInvoices, w.member('finance'), { search: '%' })

  expect(items).toEqual([])
})

test('invoices from before have the key that new ones get', async () => {
  const file = join(import.meta.dirname, '../../../migrations/202611302127_invoice_numbers.sql')
  const [source = ''] = /create function pg_temp\.number_key[\s\S]*?end \$\$;/.exec(readFileSync(file, 'utf8')) ?? []
  await w.sql(source.replace('pg_temp.number_key', 'earlier_key'))
  const part = fc.stringMatching(/^[A-Za-z]{0,5}[0-9]{0,5}$/)
  const usual = fc
    .array(part, { minLength: 1, maxLength: 4 })
    .chain((parts) => fc.constantFrom('-', '/', ' ', '.', '–', '', ' # ').map((sign) => parts.join(sign)))
  const special = [
    'Nº 12',
    'В-8',
    'б-17',
    'INV-٤٢',
    'IN\u3164V-42',
    'É-1',
    'ＩＮＶ-42',
    '—',
    'R\u200b-9',
    '請求書-7',
    'Ω-3',
  ]
  const numbers = [...fc.sample(usual, 400), ...special].filter((number) => number.trim() !== '')

  const rows = await w.sql('select number, earlier_key(number) as key from unnest($1::text[]) as number', [numbers])

  expect(rows.filter(({ number, key }) => key !== numberKey(number))).toEqual([])
})

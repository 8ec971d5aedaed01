import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, PlainDate } from '#kernel/dates.ts'
import { type Money, money } from '#kernel/money.ts'
import { nachaFaults } from '#test/nacha-check.ts'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { fieldErrorsOf } from './bank-file.ts'
import { bankingDayOnOrAfter, federalReserve } from './banking-calendar.ts'
import { nachaFile } from './nacha-file.ts'
import type { NachaOrder, NachaPayment } from './nacha-order.ts'

const day = (text: string) => PlainDate.parse(text)
const usd = (minor: bigint) => money(minor, 'USD')

const toPriya: NachaPayment = {
  payeeName: 'Priya Raman',
  holder: 'individual',
  routingNumber: '231380104',
  accountNumber: '744567891',
  accountType: 'checking',
  amount: usd(125_000n),
  individualId: 'PAY-1',
  effectiveOn: day('2026-11-24'),
  remittances: [],
}
const toStudio: NachaPayment = {
  ...toPriya,
  payeeName: 'Bright Pixel LLC',
  holder: 'business',
  individualId: 'PAY-2',
  amount: usd(250_001n),
  remittances: [
    { invoiceNumber: 'INV-200', amount: usd(250_000n) },
    { invoiceNumber: 'INV-201', amount: usd(1n) },
  ],
}
const orderOf = (payments: readonly NachaPayment[], changes: Partial<NachaOrder> = {}): NachaOrder => ({
  originator: {
    companyName: 'Northwind Inc',
    companyId: '1812345678',
    bankName: 'First Bank',
    bankRoutingNumber: '121042882',
    immediateOrigin: '1812345678',
    odfiRoutingNumber: '121042882',
  },
  payments,
  createdAt: new Date('2026-11-23T17:05:00Z'),
  timeZone: 'America/New_York',
  fileIdModifier: 'A',
  firstTraceSequence: 1,
  ...changes,
})
const written = (order: NachaOrder) => {
  const file = nachaFile(order)
  if (!file.ok) throw new Error(file.refusals.map(({ field, detail }) => `${field}: ${detail}`).join('\n'))
  return { ...file, lines: file.text.split('\n'), faults: nachaFaults(Buffer.from(file.text)) }
}
const refusalsOf = (order: NachaOrder) => {
  const file = nachaFile(order)
  return file.ok ? [] : file.refusals
}

const invoice = (invoiceNumber: string, amount: Money) => ({ invoiceNumber, amount })
const closedOn = (date: string) => `Banks in the United States are closed on ${date}.`
const wrongAccount = 'An account number has at most 17 letters, digits and hyphens.'
const wrongRouting = 'This is not a routing number: its nine digits do not fit together.'
const wrongReference = 'The reference has at most 15 letters and digits.'

const wrongSum = 'The amounts of the invoices do not add up to the payment.'
const tooMuchToday = 'This is more than an ACH payment may be on the day it is sent. Pay it a banking day later.'

test.each<Readonly<{ field: keyof NachaPayment; change: Partial<NachaPayment>; detail: string }>>([
  { field: 'payeeName', change: { payeeName: ' ' }, detail: 'The payee has no name.' },
  { field: 'routingNumber', change: { routingNumber: '231380107' }, detail: wrongRouting },
  { field: 'routingNumber', change: { routingNumber: '000000000' }, detail: wrongRouting },
  { field: 'routingNumber', change: { routingNumber: '23138010' }, detail: wrongRouting },
  { field: 'accountNumber', change: { accountNumber: '' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '---' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '1'.repeat(18) }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '12\n34' }, detail: wrongAccount },
  { field: 'accountNumber', change: { accountNumber: '12３4' }, detail: wrongAccount },
  { field: 'individualId', change: { individualId: 'X'.repeat(16) }, detail: wrongReference },
  { field: 'individualId', change: { individualId: '' }, detail: wrongReference },
  { field: 'amount', change: { amount: usd(0n) }, detail: 'The amount must be more than zero.' },
  { field: 'amount', change: { amount: usd(-1n) }, detail: 'The amount must be more than zero.' },
  { field: 'amount', change: { amount: usd(10n ** 10n) }, detail: 'One ACH payment is at most $99,999,999.99.' },
  { field: 'amount', change: { amount: money(1n, 'EUR') }, detail: 'ACH moves dollars only, not EUR.' },
  { field: 'amount', change: { amount: usd(100_000_001n), effectiveOn: day('2026-11-23') }, detail: tooMuchToday },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-20') }, detail: 'The day of payment is over.' },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-26') }, detail: closedOn('2026-11-26') },
  { field: 'effectiveOn', change: { effectiveOn: day('2026-11-28') }, detail: closedOn('2026-11-28') },
  { field: 'remittances', change: { remittances: [invoice('INV-1', usd(124_999n))] }, detail: wrongSum },
  { field: 'remittances', change: { remittances: [invoice('INV-1', money(125_000n, 'EUR'))] }, detail: wrongSum },
])(
  'a payment is refused by its place in the order, its $field and the reason: $detail',
  ({ field, change, detail }) => {
    const order = orderOf([toPriya, { ...toPriya, ...change }, toStudio])

    expect(refusalsOf(order)).toEqual([{ paymentIndex: 1, field, detail }])
  },
)

test.each<[string, Partial<NachaOrder['originator']>]>([
  ['originator/companyName', { companyName: '北风' }],
  ['originator/companyId', { companyId: '12-3456789A' }],
  ['originator/companyId', { companyId: 'lowercase1' }],
  ['originator/bankName', { bankName: '' }],
  ['originator/bankRoutingNumber', { bankRoutingNumber: '121042883' }],
  ['originator/odfiRoutingNumber', { odfiRoutingNumber: 'x' }],
  ['originator/immediateOrigin', { immediateOrigin: '12345678901' }],
])('a payer whose %s is not as the bank assigned it is refused', (field, change) => {
  const { originator } = orderOf([])

  expect(refusalsOf(orderOf([toPriya], { originator: { ...originator, ...change } }))).toMatchObject([
    { paymentIndex: undefined, field },
  ])
})

test('a file of nothing, or one that cannot be told apart from another, is refused', () => {
  expect(refusalsOf(orderOf([]))).toMatchObject([{ field: 'payments', detail: 'There is no payment to send.' }])
  expect(refusalsOf(orderOf([toPriya], { fileIdModifier: 'a' }))).toMatchObject([{ field: 'fileIdModifier' }])
  expect(refusalsOf(orderOf([toPriya], { fileIdModifier: '' }))).toMatchObject([{ field: 'fileIdModifier' }])
})

test.each([0, -1, 1.5, 9_999_999, Number.NaN])('trace numbers from %s on are refused', (firstTraceSequence) => {
  expect(refusalsOf(orderOf([toPriya], { firstTraceSequence }))).toMatchObject([{ field: 'firstTraceSequence' }])
})

test('more money than the control record can say is refused, not wrapped around', () => {
  const largest = { ...toPriya, amount: usd(9_999_999_999n) }

  expect(refusalsOf(orderOf(Array.from({ length: 101 }, () => largest)))).toMatchObject([{ field: 'payments' }])
  expect(written(orderOf(Array.from({ length: 100 }, () => largest))).faults).toEqual([])
})

test('all that is wrong is told at once, and points at the fields', () => {
  const order = orderOf([{ ...toPriya, accountNumber: '', amount: usd(0n) }, toPriya, { ...toPriya, payeeName: '' }])

  expect(fieldErrorsOf(refusalsOf(order)).map(({ pointer }) => pointer)).toEqual([
    '#/payments/0/accountNumber',
    '#/payments/0/amount',
    '#/payments/2/payeeName',
  ])
  expect(fieldErrorsOf(refusalsOf(orderOf([])))[0]?.pointer).toBe('#/payments')
})

test('Priya’s payment is a file of ten records that a bank can read', () => {
  const { lines, faults, traceNumbers } = written(orderOf([toPriya]))

  expect(lines).toEqual([
    '101 12104288218123456782611231205A094101First Bank             Northwind Inc                  ',
    '5220Northwind Inc                       1812345678PPDPAYROLL   261123261124   1121042880000001',
    '622231380104744567891        0000125000PAY-1          Priya Raman             0121042880000001',
    '822000000100231380100000000000000000001250001812345678                         121042880000001',
    '9000001000001000000010023138010000000000000000000125000                                       ',
    ...Array.from({ length: 5 }, () => '9'.repeat(94)),
    '',
  ])
  expect(faults).toEqual([])
  expect(traceNumbers).toEqual(['121042880000001'])
})

test('a business gets its own batch, with the invoices it is paid for', () => {
  const { lines, faults } = written(orderOf([toStudio, toPriya]))

  expect(lines.filter((line) => line.startsWith('5')).map((line) => line.slice(50, 63))).toEqual([
    'CCDVENDOR PAY',
    'PPDPAYROLL   ',
  ])
  expect(lines.find((line) => line.startsWith('7'))).toBe(
    `${'705RMR*IV*INV-200**2500.00\\RMR*IV*INV-201**0.01\\'.padEnd(83)}00010000001`,
  )
  expect(faults).toEqual([])
})

test('invoices that do not fit into the eighty characters give way to our reference', () => {
  const remittances = Array.from({ length: 10 }, (_, at) => ({
    invoiceNumber: `INV-2026-${at}`,
    amount: usd(1_000n),
  }))
  const { lines } = written(orderOf([{ ...toStudio, amount: usd(10_000n), remittances }]))

  expect(
    lines
      .find((line) => line.startsWith('7'))
      ?.slice(3, 83)
      .trimEnd(),
  ).toBe('RMR*IV*PAY-2**100.00\\')
})

test('an invoice number cannot break out of its segment', () => {
  const remittances = [{ invoiceNumber: 'A*B\\C~D\n№7', amount: toStudio.amount }]
  const { lines } = written(orderOf([{ ...toStudio, remittances }]))

  expect(
    lines
      .find((line) => line.startsWith('7'))
      ?.slice(3, 83)
      .trimEnd(),
  ).toBe('RMR*IV*A-B-C-D No7**2500.01\\')
})

test('an invoice whose number no bank can write is told by our reference', () => {
  const { lines } = written(orderOf([{ ...toStudio, remittances: [invoice('发票', toStudio.amount)] }]))

  expect(
    lines
      .find((line) => line.startsWith('7'))
      ?.slice(3, 83)
      .trimEnd(),
  ).toBe('RMR*IV*PAY-2**2500.01\\')
})

test('an entry hash that outgrows its ten digits keeps the last ten', () => {
  const many = Array.from({ length: 200 }, () => ({ ...toPriya, routingNumber: '999999992' }))
  const { lines, faults } = written(orderOf(many))

  expect(lines.find((line) => line.startsWith('8'))?.slice(10, 20)).toBe('9999999800')
  expect(faults).toEqual([])
})

test('a savings account is paid as one', () => {
  const { lines } = written(orderOf([{ ...toPriya, accountType: 'savings' }]))

  expect(lines[2]?.slice(0, 3)).toBe('632')
})

test('a name no bank can write gives way to our reference', () => {
  const { lines } = written(
    orderOf([
      { ...toPriya, payeeName: '王小明' },
      { ...toPriya, payeeName: 'Зоя Щукина' },
    ]),
  )

  expect(lines.filter((line) => line.startsWith('6')).map((line) => line.slice(54, 76).trimEnd())).toEqual([
    'PAYEE PAY-1',
    'Zoia Shchukina',
  ])
})

test('the file is dated by the payer’s own day and hour', () => {
  const late = new Date('2026-11-24T04:30:00Z')

  expect(written(orderOf([toPriya], { createdAt: late })).lines[0]?.slice(23, 33)).toBe('2611232330')
  expect(written(orderOf([toPriya], { createdAt: late, timeZone: 'Asia/Tokyo' })).lines[0]?.slice(23, 33)).toBe(
    '2611241330',
  )
  expect(written(orderOf([toPriya], { createdAt: new Date('2026-11-23T05:00:00Z') })).lines[0]?.slice(23, 33)).toBe(
    '2611230000',
  )
})

const payment = (routing: fc.Arbitrary<string>): fc.Arbitrary<NachaPayment> =>
  fc
    .record({
      payeeName: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('Zoë', '王', "O'Neil", '\u0000x'),
      ),
      holder: fc.constantFrom('individual', 'business'),
      routingNumber: routing,
      accountNumber: fc.stringMatching(/^[0-9][A-Za-z0-9-]{0,16}$/),
      accountType: fc.constantFrom('checking', 'savings'),
      minor: fc.bigInt(1n, 99_999_999n),
      individualId: fc.stringMatching(/^[A-Z0-9]{1,15}$/),
      daysAhead: fc.nat(20),
      invoices: fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
    })
    .filter(({ payeeName }) => payeeName.trim() !== '')
    .map(({ minor, daysAhead, invoices, ...rest }) => ({
      ...rest,
      amount: usd(minor),
      effectiveOn: bankingDayOnOrAfter(addDays(day('2026-11-23'), daysAhead), federalReserve),
      remittances: invoices.map((invoiceNumber, at) => ({ invoiceNumber, amount: usd(at === 0 ? minor : 0n) })),
    }))

test('every file that is written has no fault, whatever the names and the invoice numbers', () => {
  const routing = fc.constantFrom('231380104', '091000019', '122000247', '021000021', '999999992')
  fc.assert(
    fc.property(fc.array(payment(routing), { minLength: 1, maxLength: 60 }), (payments) => {
      const { faults, traceNumbers, total, entryCount, lines } = written(
        orderOf(payments, { firstTraceSequence: 4_711 }),
      )

      expect(faults).toEqual([])
      expect(new Set(traceNumbers).size).toBe(payments.length)
      expect(entryCount).toBe(payments.length)
      expect(total.minor).toBe(payments.reduce((sum, { amount }) => sum + amount.minor, 0n))
      for (const [at, { accountNumber, amount }] of payments.entries()) {
        const entry = lines.find((line) => line.startsWith('6') && line.endsWith(traceNumbers[at]!))
        expect(entry?.slice(12, 29).trimEnd()).toBe(accountNumber)
        expect(BigInt(entry?.slice(29, 39) ?? '')).toBe(amount.minor)
      }
    }),
    { numRuns: 150 },
  )
})

sharedTest('every bank of the shared routing numbers can be paid, in ten thousand payments and little time', () => {
  const vectors = sharedJson(
    'identifiers/aba-vectors.json',
    z.array(z.object({ value: z.string(), valid: z.boolean() })),
  )
  const real = vectors.filter(({ valid }) => valid)
  const payments = Array.from({ length: 10_000 }, (_, at) => ({
    ...(at % 3 === 0 ? toStudio : toPriya),
    routingNumber: real[at % real.length]!.value,
    payeeName: at % 7 === 0 ? 'Zoë Müller' : 'Priya Raman',
  }))
  const order = orderOf(payments)
  nachaFile(order)

  const started = performance.now()
  const file = nachaFile(order)
  const took = performance.now() - started

  expect(file.ok && nachaFaults(Buffer.from(file.text))).toEqual([])
  expect(took).toBeLessThan(1_000)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addDays } from '#kernel/dates.ts'
import { cpuMs } from '#test/cpu-ms.ts'
import { day, invoice, orderOf, toPriya, toStudio, usd, written } from '#test/nacha-samples.ts'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { bankingDayOnOrAfter, federalReserve } from './banking-calendar.ts'
import { nachaFile } from './nacha-file.ts'
import type { NachaPayment } from './nacha-order.ts'

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

test.each([
  [63, `${'7'.repeat(63)}**2500.01\\`],
  [64, 'PAY-2**2500.01\\'],
])('an invoice number of %i characters is told whole or not at all, never cut', (length, told) => {
  const { lines } = written(orderOf([{ ...toStudio, remittances: [invoice('7'.repeat(length), toStudio.amount)] }]))

  expect(
    lines
      .find((line) => line.startsWith('7'))
      ?.slice(3, 83)
      .trimEnd(),
  ).toBe(`RMR*IV*${told}`)
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
  const many = Array.from({ length: 200 }, () => ({ ...toPriya, routingNumber: '729999997' }))
  const { lines, faults } = written(orderOf(many))

  expect(lines.find((line) => line.startsWith('8'))?.slice(10, 20)).toBe('4599999800')
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
  const routing = fc.constantFrom('231380104', '091000019', '122000247', '021000021', '729999997')
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
    { numRuns: 60 },
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

  expect(written(order).faults).toEqual([])
  expect(cpuMs(() => nachaFile(order))).toBeLessThan(300)
})

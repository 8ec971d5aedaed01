import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { keptLine, lineOf } from './line-item.ts'
import { holdAmounts, sumsAfter, sumsOf } from './sums.ts'

const cents = (min: bigint, max: bigint) => fc.bigInt({ min, max })
const written = fc.record({
  description: fc.constantFrom('Design', 'Layout', 'Travel'),
  quantity: fc.constantFrom('1', '2', '7.5'),
  unit: fc.constant('hour'),
  unitPrice: fc.constantFrom('20.00', '85.00', '0.333'),
  taxRate: fc.constantFrom('0', '19', '7.5'),
})

/** As a file states it: nets with allowances in them, a tax rounded line by line, something paid before. */
const fromFile = fc
  .record({
    lines: fc.array(
      fc.tuple(written, cents(-500n, 500n)).map(([line, off]) => {
        const kept = keptLine(lineOf(line, 'EUR'))
        return { ...kept, net: money(kept.net.minor + off, 'EUR') }
      }),
      { minLength: 1, maxLength: 6 },
    ),
    tax: cents(0n, 9_000n).map((minor) => money(minor, 'EUR')),
    adjustment: cents(-5_000n, 5_000n).map((minor) => money(minor, 'EUR')),
  })
  .map((invoice) => ({ ...invoice, currency: 'EUR' }))

const netOf = ({ lines }: { lines: readonly { net: { minor: bigint } }[] }) =>
  lines.reduce((sum, { net }) => sum + net.minor, 0n)
const asTyped = (lines: readonly (object & { net: unknown })[]) => lines.map(({ net: _, ...line }) => line) as never

test('an edit that touches no number touches no amount, in whatever order the lines come', () => {
  fc.assert(
    fc.property(fromFile, fc.nat(), (invoice, turn) => {
      const at = turn % invoice.lines.length
      const turned = [...invoice.lines.slice(at), ...invoice.lines.slice(0, at)]

      const after = sumsAfter(invoice, asTyped(turned))

      expect(after.net.minor).toBe(netOf(invoice))
      expect([after.tax, after.adjustment]).toEqual([invoice.tax, invoice.adjustment])
      expect(after.total.minor).toBe(netOf(invoice) + invoice.tax.minor + invoice.adjustment.minor)
    }),
  )
})

test('another word on a line leaves its amount', () => {
  fc.assert(
    fc.property(fromFile, (invoice) => {
      const [first, ...rest] = invoice.lines
      const after = sumsAfter(invoice, asTyped([{ ...first!, description: 'Something else' }, ...rest]))

      expect(after.net.minor).toBe(netOf(invoice))
    }),
  )
})

test('a line whose price changes is computed anew, and what was paid before stays', () => {
  fc.assert(
    fc.property(fromFile, (invoice) => {
      const [first, ...rest] = invoice.lines
      const after = sumsAfter(invoice, asTyped([{ ...first!, unitPrice: '11.00', quantity: '1' }, ...rest]))

      expect(after.lines[0]?.net).toEqual(money(1_100n, 'EUR'))
      expect(after.adjustment).toEqual(invoice.adjustment)
      expect(after.total.minor).toBe(after.net.minor + after.tax.minor + after.adjustment.minor)
    }),
  )
})

const line = { description: 'Design', unit: 'hour', taxRate: '0' }

test.each([
  ['a line', [{ ...line, quantity: '999999999999', unitPrice: '99999999999999' }], '#/lines/0'],
  ['a negative line', [{ ...line, quantity: '-999999999999', unitPrice: '99999999999999' }], '#/lines/0'],
  ['lines that fit one by one', Array(3).fill({ ...line, quantity: '4000', unitPrice: '1000000000' }), '#/lines'],
])('%s beyond every invoice is refused at its place', (_, lines, pointer) => {
  let errors: unknown
  try {
    holdAmounts(sumsOf(lines, 'USD'))
  } catch (error) {
    errors = (error as { extras: { errors: unknown } }).extras.errors
  }

  expect(errors).toEqual([{ pointer, detail: 'This comes to more than 10000000000000.00 USD.' }])
})

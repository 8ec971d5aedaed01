import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf, zero } from '#kernel/money.ts'
import { lineOf, taxOf } from '#modules/invoices/line-item.ts'
import { netOf, totalsOf } from './typedTotals.ts'

const line = (quantity: string, unitPrice: string, taxRate = '0') => ({ quantity, unitPrice, taxRate })
const dollars = (minor: bigint) => ({ minor, currency: 'USD' })

describe('no sum is shown', () => {
  test.each(['', 'about 7', '7.5.1', '1,250', '-3', '1e3'])('while the quantity is “%s”', (quantity) => {
    expect(netOf(line(quantity, '85.00'), 'USD')).toBeUndefined()
  })

  test('while the price is not an amount', () => {
    expect(netOf(line('7.5', '85.005'), 'USD')).toBeUndefined()
  })

  test('of the whole while one of its lines has none', () => {
    expect(totalsOf([line('1', '100.00'), line('', '85.00')], 'USD')).toBeUndefined()
  })

  test('while a tax rate cannot be read', () => {
    expect(totalsOf([line('1', '100.00', 'nineteen')], 'USD')).toBeUndefined()
  })
})

test('an invoice without lines comes to nothing', () => {
  expect(totalsOf([], 'USD')).toEqual({ net: zero('USD'), tax: zero('USD'), total: zero('USD') })
})

test('hours may be typed with a comma', () => {
  expect(netOf(line('7,25', '85.00'), 'USD')).toEqual(dollars(61_625n))
})

test('half a cent counts as one', () => {
  expect(netOf(line('0.5', '0.01'), 'USD')).toEqual(dollars(1n))
})

test('tax is computed once for all lines of a rate', () => {
  const lines = [line('1', '0.33', '19'), line('1', '0.33', '19.00'), line('1', '0.33', '19.0')]

  expect(totalsOf(lines, 'USD')?.tax).toEqual(dollars(19n))
})

const decimal = (max: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, '0')}`)

const anyLine = fc.record({
  quantity: decimal(2_000, 3),
  unitPrice: decimal(500, 2),
  taxRate: fc.constantFrom('0', '7', '19', '8.10', '25.5'),
})

test('what is shown while typing is what the server comes to', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const booked = lines.map((typed) => lineOf({ ...typed, description: 'Work', unit: 'hour' }, 'USD'))
      const net = sumOf(
        booked.map((one) => one.net),
        'USD',
      )

      expect(totalsOf(lines, 'USD')).toMatchObject({ net, tax: taxOf(booked, 'USD') })
    }),
  )
})

test('what comes to more than any amount can be is not said while somebody types it', () => {
  const line = { quantity: '999999999', unitPrice: '99999999999999.00', taxRate: '0' }

  expect(netOf(line, 'USD')).toBeUndefined()
  expect(totalsOf([line], 'USD')).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyFrom, percentOf, plainDecimal, priceFor, roundedTo } from './decimal.ts'
import { money } from './money.ts'

describe('a decimal as XML Schema writes it', () => {
  test.each(['', '.', '-', '1e3', '1,5', '0x10', 'NaN', 'Infinity', '--1', '1.2.3', '1 2', '١', '1'.repeat(41)])(
    '%j is no decimal',
    (text) => {
      expect(plainDecimal(text)).toBeUndefined()
    },
  )

  test.each([
    ['007.50', '7.5'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.00', '0'],
    ['-.10', '-0.1'],
    ['1000', '1000'],
  ])('%s is the same as %s', (text, plain) => {
    expect(plainDecimal(text)).toBe(plain)
  })

  const written = fc
    .tuple(fc.constantFrom('', '+', '-'), fc.nat(4), fc.bigInt(0n, 10n ** 12n), fc.nat(999), fc.nat(4))
    .map(([sign, before, whole, fraction, after]) => ({
      text: `${sign}${'0'.repeat(before)}${whole}.${String(fraction).padStart(3, '0')}${'0'.repeat(after)}`,
      thousandths: (sign === '-' ? -1n : 1n) * (whole * 1000n + BigInt(fraction)),
    }))

  test('whatever the zeros around it, a decimal keeps its value and has one plain way of writing', () => {
    fc.assert(
      fc.property(written, ({ text, thousandths }) => {
        const plain = plainDecimal(text)

        expect(moneyFrom(plain!, 'KWD')).toEqual(money(thousandths, 'KWD'))
        expect(plainDecimal(plain!)).toBe(plain)
      }),
    )
  })
})

describe('an amount', () => {
  test('never has more decimals than its currency', () => {
    expect(moneyFrom('10.005', 'EUR')).toBeUndefined()
    expect(moneyFrom('10.5', 'JPY')).toBeUndefined()
  })

  test('never is larger than the books can hold', () => {
    expect(moneyFrom('9'.repeat(18), 'EUR')).toBeUndefined()
  })
})

describe('what a line comes to', () => {
  const price = (quantity: string, unitPrice: string, baseQuantity = '1') =>
    priceFor({ quantity, unitPrice, baseQuantity }, 'EUR').minor

  test('is rounded half away from zero, once', () => {
    expect(price('1', '0.005')).toBe(1n)
    expect(price('-1', '0.005')).toBe(-1n)
    expect(price('3', '0.3333')).toBe(100n)
  })

  test('counts the price for the quantity it is given for', () => {
    expect(price('250', '19.99', '100')).toBe(4998n)
    expect(price('1', '10', '0.5')).toBe(2000n)
  })

  test('is exact where a float is not', () => {
    expect(price('1.005', '1000')).toBe(100_500n)
    expect(price('8.075', '100')).toBe(80_750n)
  })

  test('is never more than half a cent from the exact product', () => {
    const parts = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(9_999_999), fc.integer({ min: 1, max: 999 }))
    fc.assert(
      fc.property(parts, ([quantity, unitPrice, base]) => {
        const cents = price(plainDecimal(`${quantity}`)!, plainDecimal(`${unitPrice}.000`)!, `${base}`)

        const twiceTheError = 2n * (cents * BigInt(base) - BigInt(quantity) * BigInt(unitPrice) * 100n)
        expect(twiceTheError <= BigInt(base) && twiceTheError >= -BigInt(base)).toBe(true)
      }),
    )
  })
})

test('a percentage is rounded half away from zero to the minor unit', () => {
  expect(percentOf(money(1050n, 'EUR'), '5')).toEqual(money(53n, 'EUR'))
  expect(percentOf(money(-1050n, 'EUR'), '5')).toEqual(money(-53n, 'EUR'))
  expect(percentOf(money(100n, 'JPY'), '7.5')).toEqual(money(8n, 'JPY'))
})

test.each([
  ['1.23456785', 8, '1.23456785'],
  ['1.234567845', 8, '1.23456785'],
  ['-1.234567845', 8, '-1.23456785'],
  ['-0.000000001', 8, '0'],
  ['0.9999999', 6, '1'],
  ['12', 6, '12'],
])('%s with at most %i decimals is %s', (plain, decimals, expected) => {
  expect(roundedTo(plain, decimals)).toBe(expected)
})

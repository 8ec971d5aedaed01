import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, money } from '#kernel/money.ts'
import { decimalFrom, grouped } from './decimalFrom.ts'

describe('an amount that could be meant in two ways is refused, never guessed', () => {
  test.each([
    ['1.25.3', 'USD'],
    ['12,34,5', 'USD'],
    ['1,25.300,00', 'USD'],
    ['twelve', 'USD'],
    ['', 'USD'],
    ['-', 'USD'],
    ['1.2345', 'USD'],
    ['0.001', 'USD'],
    ['1.250', 'USD'],
    ['1..5', 'EUR'],
    ['1,250', 'BHD'],
  ])('%s %s', (typed, currency) => {
    expect(decimalFrom(typed, currency)).toBeUndefined()
  })
})

describe('an amount is read as people write it', () => {
  test.each([
    ['1250', 'USD', '1250.00'],
    ['$1,250', 'USD', '1250.00'],
    ['1.250,50', 'EUR', '1250.50'],
    ['1 250,5 €', 'EUR', '1250.50'],
    ["CHF 1'250.00", 'CHF', '1250.00'],
    ['.5', 'USD', '0.50'],
    ['0012', 'USD', '12.00'],
    ['-20', 'USD', '-20.00'],
    ['1,000,000', 'USD', '1000000.00'],
    ['1.000.000', 'EUR', '1000000.00'],
    ['1.250', 'BHD', '1.250'],
    ['1,250', 'JPY', '1250'],
    ['12,5', 'USD', '12.50'],
  ])('%s %s is %s', (typed, currency, decimal) => {
    expect(decimalFrom(typed, currency)).toBe(decimal)
  })

  test('whatever we show, we read back to the same cent', () => {
    const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    const currency = fc.constantFrom('USD', 'EUR', 'JPY')
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        const decimal = decimalOf(money(amount, code))
        return decimalFrom(grouped(decimal), code) === decimal
      }),
    )
  })

  test('what somebody writes in their own country is read to the same cent', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 12n })
    const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'sv-SE', 'en-GB')
    fc.assert(
      fc.property(minor, locale, (amount, name) => {
        const decimal = decimalOf(money(amount, 'EUR'))
        const written = new Intl.NumberFormat(name, { style: 'currency', currency: 'EUR' }).format(
          decimal as Intl.StringNumericLiteral,
        )
        return decimalFrom(written, 'EUR') === decimal
      }),
    )
  })
})

test('an unreadable amount is shown as it was typed', () => {
  expect(grouped('1,25x')).toBe('1,25x')
  expect(grouped('1234567.80')).toBe('1,234,567.80')
})

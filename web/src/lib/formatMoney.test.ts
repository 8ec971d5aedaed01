import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { formatCount, formatMoney, formatMoneyShort, formatMoneyWhole } from './formatMoney.ts'

describe('money', () => {
  test.each([
    [125_000n, 'USD', '$1,250.00'],
    [125_000n, 'EUR', '€1,250.00'],
    [1250n, 'JPY', '¥1,250'],
    [1_250_000n, 'BHD', 'BHD 1,250.000'],
    [-500n, 'USD', '-$5.00'],
    [0n, 'USD', '$0.00'],
  ])('%s %s is %s', (minor, currency, words) => {
    expect(formatMoney(money(minor, currency)).replace('\u00a0', ' ')).toBe(words)
  })

  test('no cent is lost, however large the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), (minor) => {
        expect(BigInt(formatMoney(money(minor, 'USD')).replace(/\D/g, ''))).toBe(minor)
      }),
    )
  })

  test('tiles and charts leave the cents out', () => {
    expect(formatMoneyWhole(money(41_822_010n, 'USD'))).toBe('$418,220')
    expect(formatMoneyShort(money(123_456_700n, 'USD'))).toBe('$1.2M')
    expect(formatCount(10_000)).toBe('10,000')
  })
})

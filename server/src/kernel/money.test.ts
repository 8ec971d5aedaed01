import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { decimalsOf } from './currency.ts'
import {
  add,
  allocate,
  basisPoints,
  Currency,
  decimalOf,
  Money,
  minorFromDecimal,
  money,
  PositiveMoney,
  subtract,
  sumOf,
  times,
  zero,
} from './money.ts'

const largest = 2n ** 63n - 1n
const anyMinor = fc.bigInt({ min: -largest, max: largest })
const anyCurrency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF')
const anyMoney = fc.tuple(anyMinor, anyCurrency).map(([minor, currency]) => money(minor, currency))
const usd = (minor: bigint) => money(minor, 'USD')

test.each([
  '',
  ' ',
  '.',
  '1.',
  '.5',
  '01',
  '00',
  '+1',
  '--1',
  '1,000',
  '1 000',
  '1_000',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '-0',
  '-0.00',
  '1.005',
  '12.3.4',
  '１２',
  '1.00 ',
  ' 1',
  '92233720368547758.08',
  '99999999999999999999',
  '$1',
  '1\n',
])('%j is no amount of dollars', (text) => {
  expect(minorFromDecimal(text, 'USD')).toBeUndefined()
})

test.each([
  ['0', 'USD', 0n],
  ['0.00', 'USD', 0n],
  ['1250.00', 'USD', 125_000n],
  ['1250.5', 'USD', 125_050n],
  ['-3.07', 'USD', -307n],
  ['1250', 'JPY', 1_250n],
  ['1.234', 'KWD', 1_234n],
  ['0.0001', 'CLF', 1n],
  ['92233720368547758.07', 'USD', largest],
])('%s %s is read to the last minor unit', (text, currency, minor) => {
  expect(minorFromDecimal(text, currency)).toBe(minor)
})

sharedTest('amounts are read and refused as the shared money vectors say', () => {
  const vectors = sharedJson(
    'iso/money-vectors.json',
    z.array(
      z.object({ currency: z.string(), decimal: z.string(), valid: z.boolean(), minor: z.number().optional() }),
    ),
  )

  for (const { currency, decimal, valid, minor } of vectors) {
    const read = minorFromDecimal(decimal, currency)
    expect(read !== undefined, `${currency} ${decimal}`).toBe(valid)
    if (minor !== undefined) expect(read).toBe(BigInt(minor))
  }
  expect(vectors.length).toBeGreaterThan(10)
})

test('what is written is read back unchanged, in every currency', () => {
  fc.assert(
    fc.property(anyMoney, (amount) => {
      const text = decimalOf(amount)
      expect(minorFromDecimal(text, amount.currency)).toBe(amount.minor)
      expect(text.split('.')[1]?.length ?? 0).toBe(decimalsOf(amount.currency))
    }),
    { numRuns: 10_000 },
  )
})

test('an amount of money goes over the wire as text and never as a float', () => {
  expect(Money.parse({ amount: '1250.00', currency: 'USD' })).toEqual(usd(125_000n))
  expect(Money.encode(usd(-5n))).toEqual({ amount: '-0.05', currency: 'USD' })
  expect(Money.safeParse({ amount: 1250, currency: 'USD' }).success).toBe(false)
  expect(Money.safeParse({ amount: '1', currency: 'usd' }).success).toBe(false)
  expect(Money.safeParse({ amount: '1', currency: 'USD', note: 'x' }).success).toBe(false)
})

test('a refused amount says how many decimals the currency has', () => {
  const refused = Money.safeParse({ amount: '1.5', currency: 'JPY' })

  expect(refused.error?.issues).toMatchObject([
    { path: ['amount'], message: 'Write the amount as a plain number with at most 0 decimals.' },
  ])
})

test('nobody owes nothing or less', () => {
  expect(PositiveMoney.safeParse({ amount: '0.00', currency: 'USD' }).success).toBe(false)
  expect(PositiveMoney.safeParse({ amount: '-1.00', currency: 'USD' }).success).toBe(false)
  expect(PositiveMoney.parse({ amount: '0.01', currency: 'USD' })).toEqual(usd(1n))
})

test('a currency is three capital letters', () => {
  expect(['usd', 'US', 'USDT', 'U$D', 'ＵＳＤ'].filter((code) => Currency.safeParse(code).success)).toEqual([])
})

test('two currencies are never added, subtracted or summed', () => {
  expect(() => add(usd(1n), money(1n, 'EUR'))).toThrow('Cannot add EUR to USD')
  expect(() => subtract(usd(1n), money(1n, 'EUR'))).toThrow()
  expect(() => sumOf([usd(1n), money(1n, 'EUR')], 'USD')).toThrow()
})

test('adding is exact, in any order, and undone by subtracting', () => {
  fc.assert(
    fc.property(anyMinor, anyMinor, anyMinor, (a, b, c) => {
      expect(add(usd(a), usd(b), usd(c))).toEqual(add(usd(c), usd(a), usd(b)))
      expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a))
    }),
  )
})

test('the sum of nothing is nothing, and half a million amounts can be summed', () => {
  const many = Array.from({ length: 500_000 }, () => usd(1n))

  expect(sumOf([], 'EUR')).toEqual(zero('EUR'))
  expect(sumOf(many, 'USD')).toEqual(usd(500_000n))
})

test.each(['', '-1', '1.', '.5', '1e2', '1.1234567', '12345678901', 'one'])('%j is no quantity', (quantity) => {
  expect(() => times(usd(100n), quantity)).toThrow('is no quantity')
})

test('an invoice line is rounded half away from zero, as by hand', () => {
  expect(times(usd(8_550n), '7.25')).toEqual(usd(61_988n))
  expect(times(usd(1n), '0.5')).toEqual(usd(1n))
  expect(times(usd(-1n), '0.5')).toEqual(usd(-1n))
  expect(times(usd(1n), '0.499999')).toEqual(usd(0n))
})

test('a product is never more than half a minor unit off', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 12n), 10n ** 12n),
      fc.integer({ min: 0, max: 10_000_000 }),
      (minor, millionths) => {
        const quantity = `${Math.floor(millionths / 1000)}.${String(millionths % 1000).padStart(3, '0')}`
        const exact = minor * BigInt(millionths)
        const off = times(usd(minor), quantity).minor * 1000n - exact
        expect(off >= -500n && off <= 500n).toBe(true)
      },
    ),
    { numRuns: 10_000 },
  )
})

test('24 % is withheld to the nearest cent', () => {
  expect(basisPoints(usd(100_001n), 2_400n)).toEqual(usd(24_000n))
  expect(basisPoints(usd(100_003n), 2_400n)).toEqual(usd(24_001n))
  expect(basisPoints(usd(-100_003n), 2_400n)).toEqual(usd(-24_001n))
})

test('an amount is not split by nothing or by less than nothing', () => {
  expect(() => allocate(usd(100n), [])).toThrow('Weights')
  expect(() => allocate(usd(100n), [0n, 0n])).toThrow('Weights')
  expect(() => allocate(usd(100n), [2n, -1n])).toThrow('Weights')
})

test('ten dollars among three leave the odd cent with the first', () => {
  expect(allocate(usd(1_000n), [1n, 1n, 1n]).map(({ minor }) => minor)).toEqual([334n, 333n, 333n])
  expect(allocate(usd(-1_000n), [1n, 1n, 1n]).map(({ minor }) => minor)).toEqual([-334n, -333n, -333n])
  expect(allocate(usd(5n), [0n, 1n, 0n]).map(({ minor }) => minor)).toEqual([0n, 5n, 0n])
})

test('splitting never loses or makes a cent, and nobody is more than one from the fair share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((weight) => weight > 0n))

  fc.assert(
    fc.property(anyMoney, weights, (amount, shares) => {
      const parts = allocate(amount, shares)
      const total = shares.reduce((sum, share) => sum + share, 0n)

      expect(sumOf(parts, amount.currency)).toEqual(amount)
      for (const [index, part] of parts.entries()) {
        const off = part.minor * total - amount.minor * (shares[index] ?? 0n)
        expect(off > -total && off < total).toBe(true)
        if (shares[index] === 0n) expect(part.minor).toBe(0n)
      }
    }),
    { numRuns: 10_000 },
  )
})

test('a product beyond what is kept is refused, and no amount that nobody can pay', () => {
  const price = money(9_999_999_999_999_999n, 'USD')

  expect(() => times(price, '999999999')).toThrow(expect.objectContaining({ slug: 'number-too-large', status: 422 }))
  expect(() => basisPoints(money(2n ** 63n - 1n, 'USD'), 10_001n)).toThrow('larger than can be kept')
  expect(times(money(1n, 'USD'), '999999999').minor).toBe(999_999_999n)
})

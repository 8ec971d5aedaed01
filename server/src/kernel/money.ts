import { z } from 'zod'
import { decimalsOf } from './currency.ts'
import { numberTooLarge } from './problem.ts'

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code such as USD.')
export type Currency = z.output<typeof Currency>

/** An amount in the minor units of its currency (cents for USD, yen for JPY). There is no amount without a currency. */
export type Money = Readonly<{ minor: bigint; currency: Currency }>

export const money = (minor: bigint, currency: Currency): Money => ({ minor, currency })
export const zero = (currency: Currency): Money => money(0n, currency)

/** Postgres' bigint is the widest thing an amount must fit. */
const largest = 2n ** 63n - 1n

/** A product of two numbers that fit may be one that does not. Sums that do not are refused where they are kept. */
const within = (minor: bigint): bigint => {
  if (minor > largest || minor < -largest)
    throw numberTooLarge({ errors: [{ pointer: '#', detail: 'This comes to more than any amount here can be.' }] })
  return minor
}

/**
 * Reads a plain decimal such as "1250.00". Refuses more decimals than the currency has, exponents, signs other than a
 * leading minus, leading zeros and negative zero. Returns undefined instead of guessing.
 */
export const minorFromDecimal = (decimal: string, currency: Currency): bigint | undefined => {
  const match = /^(?<sign>-?)(?<whole>0|[1-9]\d{0,18})(?:\.(?<fraction>\d+))?$/.exec(decimal)
  if (!match?.groups) return undefined
  const decimals = decimalsOf(currency)
  const fraction = match.groups.fraction ?? ''
  if (fraction.length > decimals) return undefined
  const absolute = BigInt(`${match.groups.whole}${fraction.padEnd(decimals, '0')}`)
  if (absolute > largest) return undefined
  if (match.groups.sign === '-') return absolute === 0n ? undefined : -absolute
  return absolute
}

/** "1250.00" for 125000 minor units of USD, "1250" for JPY. */
export const decimalOf = ({ minor, currency }: Money): string => {
  const decimals = decimalsOf(currency)
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return `${minor < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${fraction}`}`
}

const Wire = z.strictObject({
  amount: z.string().meta({ description: 'Decimal amount as text, never a float', examples: ['1250.00'] }),
  currency: Currency,
})

/** On the wire `{ "amount": "1250.00", "currency": "USD" }`, inside `{ minor: 125000n, currency: "USD" }`. */
export const Money = z.codec(Wire, z.custom<Money>(), {
  decode: ({ amount, currency }, context) => {
    const minor = minorFromDecimal(amount, currency)
    if (minor !== undefined) return money(minor, currency)
    context.issues.push({
      code: 'custom',
      input: amount,
      path: ['amount'],
      message: `Write the amount as a plain number with at most ${decimalsOf(currency)} decimals.`,
    })
    return z.NEVER
  },
  encode: (value) => ({ amount: decimalOf(value), currency: value.currency }),
})

/** Money that is owed to somebody: more than nothing. */
export const PositiveMoney = Money.refine((value) => value.minor > 0n, 'The amount must be more than zero.')

/** Adds amounts of one currency. Mixing currencies is a defect, never an answer. */
export const add = (first: Money, ...others: readonly Money[]): Money =>
  others.reduce((sum, next) => money(sum.minor + inCurrency(next, sum.currency), sum.currency), first)

export const subtract = (from: Money, amount: Money): Money =>
  money(from.minor - inCurrency(amount, from.currency), from.currency)

/** Summed one by one: spreading a few hundred thousand amounts into arguments would overflow the stack. */
export const sumOf = (amounts: readonly Money[], currency: Currency): Money =>
  amounts.reduce((sum, next) => add(sum, next), zero(currency))

const inCurrency = (amount: Money, currency: Currency): bigint => {
  if (amount.currency !== currency) throw new Error(`Cannot add ${amount.currency} to ${currency}.`)
  return amount.minor
}

/**
 * The product of an amount and an exact decimal quantity such as "7.25" hours, rounded half away from zero to the
 * minor unit, which is how an invoice line is rounded by hand.
 */
export const times = (amount: Money, quantity: string): Money => {
  const match = /^(?<whole>\d{1,9})(?:\.(?<fraction>\d{1,6}))?$/.exec(quantity)
  if (!match?.groups) throw new Error(`${quantity} is no quantity.`)
  const fraction = match.groups.fraction ?? ''
  const scale = 10n ** BigInt(fraction.length)
  const minor = divideHalfUp(amount.minor * BigInt(`${match.groups.whole}${fraction}`), scale)
  return money(within(minor), amount.currency)
}

const divideHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  const absolute = numerator < 0n ? -numerator : numerator
  const rounded = (absolute * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

/** A part of an amount in basis points (2400 = 24 %), rounded half away from zero. */
export const basisPoints = (amount: Money, points: bigint): Money =>
  money(within(divideHalfUp(amount.minor * points, 10_000n)), amount.currency)

/**
 * Splits an amount by weights without losing a cent: the parts add up to the whole, and the remainder goes to the
 * largest fractions first (earlier ones on a tie). Weights must be non-negative and not all zero.
 */
export const allocate = (amount: Money, weights: readonly bigint[]): readonly Money[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n))
    throw new Error('Weights must be non-negative and not all zero.')
  const sign = amount.minor < 0n ? -1n : 1n
  const absolute = amount.minor * sign
  const shares = weights.map((weight, index) => ({
    index,
    minor: (absolute * weight) / total,
    rest: (absolute * weight) % total,
  }))
  const left = absolute - shares.reduce((sum, share) => sum + share.minor, 0n)
  const first = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  const lucky = new Set(first.slice(0, Number(left)).map((share) => share.index))
  return shares.map(({ index, minor }) => money(sign * (minor + (lucky.has(index) ? 1n : 0n)), amount.currency))
}

import { withoutTrailingZeros } from '#kernel/trailing.ts'
import { decimalsOf } from './currency.ts'
import { type Currency, type Money, minorFromDecimal, money } from './money.ts'

/** xs:decimal (XML Schema part 2, 3.2.3): a plus, leading zeros and a bare point are allowed, an exponent is not. */
const lexical = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?$/

/** More digits than any quantity, price or rate has; bounds every multiplication. */
const mostDigits = 40

/** The one plain way to write a decimal: "-1.5" for "-01.500", "0" for "-0.00". Undefined for what is no decimal. */
export const plainDecimal = (text: string): string | undefined => {
  if (text.length > mostDigits || !/\d/.test(text)) return undefined
  const groups = lexical.exec(text)?.groups
  if (!groups) return undefined
  const whole = groups.whole?.replace(/^0+/, '') || '0'
  const absolute = withoutTrailingZeros(`${whole}.${groups.fraction ?? ''}`)
  return groups.sign === '-' && absolute !== '0' ? `-${absolute}` : absolute
}

export const moneyFrom = (plain: string, currency: Currency): Money | undefined => {
  const minor = minorFromDecimal(plain, currency)
  return minor === undefined ? undefined : money(minor, currency)
}

/** An exact fraction; the denominator is always positive. */
type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>

const fractionOf = (plain: string): Fraction => {
  const [whole = '0', fraction = ''] = plain.split('.')
  return { numerator: BigInt(`${whole}${fraction}`), denominator: 10n ** BigInt(fraction.length) }
}

/** Quantity × price ÷ base quantity, rounded half away from zero to the minor unit. The base must be more than zero. */
export const priceFor = (
  { quantity, unitPrice, baseQuantity }: Readonly<{ quantity: string; unitPrice: string; baseQuantity: string }>,
  currency: Currency,
): Money => {
  const [count, price, base] = [fractionOf(quantity), fractionOf(unitPrice), fractionOf(baseQuantity)]
  const numerator = count.numerator * price.numerator * base.denominator * 10n ** BigInt(decimalsOf(currency))
  return money(rounded(numerator, count.denominator * price.denominator * base.numerator), currency)
}

export const distance = (one: Money, other: Money): bigint =>
  one.minor > other.minor ? one.minor - other.minor : other.minor - one.minor

/**
 * Whether a line can be off by so many minor units because its price was rounded: by half of the price's last place, or
 * of the currency's where the price has no finer one, for each of the quantity; and half a unit more by its own rounding.
 */
export const isWithinPriceRounding = (
  { quantity, unitPrice, baseQuantity, netAmount }: Priced,
  minorUnits: bigint,
): boolean => {
  const decimals = decimalsOf(netAmount.currency)
  const places = Math.max(decimals, unitPrice.split('.')[1]?.length ?? 0)
  const [count, base] = [fractionOf(quantity), fractionOf(baseQuantity)]
  const absolute = count.numerator < 0n ? -count.numerator : count.numerator
  // Both sides times two, times ten to the price's places, times the denominators.
  const allowed = absolute * base.denominator * 10n ** BigInt(decimals)
  const unit = 10n ** BigInt(places) * count.denominator * base.numerator
  return minorUnits * 2n * unit <= allowed + unit
}
type Priced = Readonly<{ quantity: string; unitPrice: string; baseQuantity: string; netAmount: Money }>

/** A percentage of an amount, rounded half away from zero to the minor unit. */
export const percentOf = (amount: Money, rate: string): Money => {
  const { numerator, denominator } = fractionOf(rate)
  return money(rounded(amount.minor * numerator, denominator * 100n), amount.currency)
}

/** The nearest decimal with so many decimals, half away from zero, as PostgreSQL rounds into a numeric column. */
export const roundedTo = (plain: string, decimals: number): string => {
  const [, fraction = ''] = plain.split('.')
  if (fraction.length <= decimals) return plain
  const { numerator, denominator } = fractionOf(plain)
  const scaled = rounded(numerator * 10n ** BigInt(decimals), denominator)
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(decimals + 1, '0')
  const text = `${scaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return plainDecimal(text) ?? text
}

const rounded = (numerator: bigint, denominator: bigint): bigint => {
  const absolute = numerator < 0n ? -numerator : numerator
  const quotient = (absolute * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -quotient : quotient
}

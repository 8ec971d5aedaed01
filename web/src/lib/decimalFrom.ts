import { decimalsOf } from '#kernel/currency.ts'
import { decimalOf, minorFromDecimal, money } from '#kernel/money.ts'

/** What people type or paste around an amount: spaces of several widths, apostrophes, currency signs and codes. */
const noise = /[\s\u00a0\u202f'’]|\p{Sc}|[A-Za-z]/gu

/**
 * The plain decimal in what somebody typed: "1250.00" for "$1,250", "1 250,00", "1.250,00" or "1'250". Undefined where
 * it could be read in two ways or is no amount at all: an amount is never guessed.
 */
export const decimalFrom = (typed: string, currency: string): string | undefined => {
  const text = typed.replace(noise, '').replace('−', '-')
  const decimals = decimalsOf(currency)
  const plain = [withSeparators(text, ',', '.', decimals), withSeparators(text, '.', ',', decimals)]
  const read = [...new Set(plain.flatMap((candidate) => whole(candidate, currency)))]
  return read.length === 1 ? read[0] : undefined
}

/** Drops well-placed grouping marks and turns the decimal mark into a point. */
const withSeparators = (text: string, group: string, mark: string, decimals: number): string | undefined => {
  const [before = '', after, ...more] = text.split(mark)
  if (more.length > 0 || after?.includes(group) || (after?.length ?? 0) > decimals) return undefined
  const groups = before.split(group)
  const wellGrouped =
    groups.length === 1 || (/^-?[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every(isThree))
  // "1.250" is a thousand and more to some and one and a quarter to others.
  const twofold = group === '.' && groups.length === 2 && after === undefined
  if (!wellGrouped || twofold) return undefined
  const digits = groups.join('').replace(/^(-?)0+(?=\d)/, '$1')
  return after === undefined || after === '' ? digits : `${digits === '' ? '0' : digits}.${after}`
}

const isThree = (digits: string): boolean => /^\d{3}$/.test(digits)

const whole = (candidate: string | undefined, currency: string): readonly string[] => {
  const minor = candidate === undefined ? undefined : minorFromDecimal(candidate, currency)
  return minor === undefined ? [] : [decimalOf(money(minor, currency))]
}

/** "1,250.00" for "1250.00": how a field shows an amount while nobody types in it. Anything else stays as it is. */
export const grouped = (decimal: string): string => {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return decimal
  const [integer = '', fraction] = decimal.split('.')
  const digits = integer.replace('-', '')
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  const marked = `${integer.startsWith('-') ? '-' : ''}${groups.join(',')}`
  return fraction === undefined ? marked : `${marked}.${fraction}`
}

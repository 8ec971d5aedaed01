export type RoutingNumberCheck = Readonly<{ ok: true; routingNumber: string } | { ok: false; detail: string }>

/**
 * What the first two digits of a routing number may be: the United States government (00), the twelve Federal Reserve
 * districts (01–12), the same for thrifts (21–32) and for electronic payments (61–72), and traveller's cheques (80).
 * Source: ABA Routing Number Policy, as of 2026-11-21.
 */
const prefixRanges = [
  { from: 0, to: 12 },
  { from: 21, to: 32 },
  { from: 61, to: 72 },
  { from: 80, to: 80 },
]

/** The ABA check: digits weighted 3, 7, 1 in turn add up to a multiple of ten. */
const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1]

/**
 * Reads a bank routing number as people write it, with blanks or hyphens, and gives back its nine digits or says what
 * to look at. One wrong digit, and most swapped neighbours, are always found.
 */
export const checkRoutingNumber = (text: string): RoutingNumberCheck => {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (digits === '') return refuse('Enter the nine-digit routing number of the bank.')
  if (!/^\d+$/.test(digits)) return refuse('A routing number has digits only.')
  if (digits.length !== 9) return refuse(`A routing number has nine digits; this one has ${digits.length}.`)
  if (!hasKnownPrefix(digits) || digits === '000000000')
    return refuse('No bank has a routing number that starts this way. Check the first two digits.')
  if (weightedSum(digits) % 10 !== 0)
    return refuse('One of the digits is wrong. Compare it with a cheque or the bank app.')
  return { ok: true, routingNumber: digits }
}

const refuse = (detail: string): RoutingNumberCheck => ({ ok: false, detail })

const hasKnownPrefix = (digits: string): boolean => {
  const prefix = Number(digits.slice(0, 2))
  return prefixRanges.some(({ from, to }) => from <= prefix && prefix <= to)
}

const weightedSum = (digits: string): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

/** The numbers the IRS identifies a taxpayer by: of a person (SSN, ITIN, ATIN) or of a business (EIN). */
export const tinKinds = ['ssn', 'itin', 'atin', 'ein'] as const
export type TinKind = (typeof tinKinds)[number]
export type TinCheck = Readonly<{ ok: true; tin: string } | { ok: false; detail: string }>

type Range = Readonly<{ from: number; to: number }>

/**
 * The first two digits the IRS gives to EINs. Source: irs.gov, "How EINs are assigned and valid EIN prefixes", as of
 * 2026-08. The IRS opens new ones now and then; an EIN outside this list is refused, so keep the list up to date.
 */
const einPrefixes: readonly Range[] = [
  { from: 1, to: 6 },
  { from: 10, to: 16 },
  { from: 20, to: 27 },
  { from: 30, to: 48 },
  { from: 50, to: 68 },
  { from: 71, to: 77 },
  { from: 80, to: 88 },
  { from: 90, to: 95 },
  { from: 98, to: 99 },
]

/** The fourth and fifth digit of an ITIN. Source: IRS Publication 4757 and irs.gov/itin, as of 2026-11-21. */
const itinGroups: readonly Range[] = [
  { from: 50, to: 65 },
  { from: 70, to: 88 },
  { from: 90, to: 92 },
  { from: 94, to: 99 },
]

/** The fourth and fifth digit of a number for an adoption that is not final yet. Source: Form W-7A instructions. */
const atinGroups: readonly Range[] = [{ from: 93, to: 93 }]

/**
 * Well-formed numbers that belong to nobody: printed on sample cards and pamphlets, withdrawn by the Social Security
 * Administration, or typed to get past a form. As of 2026-11-21.
 */
const placeholders = /^(?:078051120|219099999|123456789|98765432\d)$/

/**
 * Well-formed and possibly somebody's, but far more often typed to get past a form: each group of one digit
 * (111-11-1111, 111-22-3333), two digits in turn, or counted up or down. Whoever really has it says so.
 */
export const looksMadeUp = (tin: string): boolean =>
  /^(\d)\1\1(\d)\2(\d)\3\3\3$/.test(tin) ||
  /^(\d)\1(\d)\2{6}$/.test(tin) ||
  /^(\d\d)\1{3}\d$/.test(tin) ||
  isCounted(tin, 1) ||
  isCounted(tin, 9)

/** Does each digit follow from the one before by this step, after 9 comes 0? */
const isCounted = (tin: string, step: number): boolean =>
  [...tin].every((digit, index, digits) => index === 0 || (Number(digits[index - 1]) + step) % 10 === Number(digit))

/** Nine digits without separators, or undefined. Full-width and other digits outside 0–9 are not turned into digits. */
export const normalisedTin = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s-]/g, '')
  return /^[0-9]{9}$/.test(digits) ? digits : undefined
}

/** Everything a number can be by its digits alone. Some are both an SSN and an EIN: only the payee knows which. */
export const kindsOf = (text: string): readonly TinKind[] => {
  const tin = normalisedTin(text)
  return tin === undefined ? [] : tinKinds.filter((kind) => ruleOf[kind](tin))
}

/** Reads a number that is said to be of one of the given kinds, or says in one sentence what is wrong with it. */
export const checkTin = (text: string, kinds: readonly TinKind[]): TinCheck => {
  if (text.trim() === '') return refuse('Enter the taxpayer identification number.')
  const tin = normalisedTin(text)
  if (tin === undefined) return refuse('A taxpayer identification number has nine digits, and no letters.')
  if (kinds.some((kind) => ruleOf[kind](tin))) return { ok: true, tin }
  return refuse(sentenceFor(tin, kinds))
}

/** The last four digits, laid out like the kind of number (Treas. Reg. 301.6109-4). Never the way to store it. */
export const maskTin = (tin: string, kind: TinKind): string =>
  kind === 'ein' ? `XX-XXX${tin.slice(-4)}` : `XXX-XX-${tin.slice(-4)}`

/**
 * SSN: no area 000, 666 or 900 and up, no group 00, no serial 0000 (SSA, "Social Security Number Randomization",
 * since 2011-06-25). ITIN and ATIN: area 900 and up with the groups above. EIN: the prefixes above.
 */
const ruleOf: Readonly<Record<TinKind, (tin: string) => boolean>> = {
  ssn: (tin) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(tin) && !placeholders.test(tin),
  itin: (tin) => tin.startsWith('9') && isIn(itinGroups, tin.slice(3, 5)) && !placeholders.test(tin),
  atin: (tin) => tin.startsWith('9') && isIn(atinGroups, tin.slice(3, 5)),
  ein: (tin) => isIn(einPrefixes, tin.slice(0, 2)),
}

const isIn = (ranges: readonly Range[], digits: string): boolean =>
  ranges.some(({ from, to }) => from <= Number(digits) && Number(digits) <= to)

const refuse = (detail: string): TinCheck => ({ ok: false, detail })

const sentenceFor = (tin: string, kinds: readonly TinKind[]): string => {
  if (placeholders.test(tin)) return 'This is a sample number that belongs to nobody. Enter your own.'
  return kinds.includes('ein')
    ? 'No employer identification number starts with these two digits. Check the IRS letter that assigned it.'
    : 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'
}

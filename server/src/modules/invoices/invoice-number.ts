/** Letters of other alphabets that look like Latin ones (Unicode TR 39 has the full list; these are the capitals in use). */
const lookalikes = new Map(
  [
    ...'АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЅS ЈJ ԌG ӀI ԚQ ԜW'.split(' '),
    ...'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ͿJ'.split(' '),
  ].map((pair): [string, string] => {
    const [foreign = '', latin = ''] = pair
    return [foreign, latin]
  }),
)

/**
 * What two spellings of one invoice number have in common. A number is its runs of letters and of digits, in order: what
 * stands between them only parts them. Two numbers with the same key are one number, and other runs make another key;
 * `docs/decisions/0013` says what is left to likeness.
 */
export const numberKey = (number: string): string => {
  const key: Run[] = []
  for (const token of plainLetters(number).split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const runs = runsOf(token)
    if (!isEvident(key.at(-1), runs[0])) key.push(border)
    key.push(...runs)
  }
  // A number of signs only is still a number; it is its own key.
  return key.map(({ text }) => text).join('') || number.normalize('NFKC').trim() || number
}

/** Without case, width, accents and what nobody sees, in Latin letters and digits where those look or count the same. */
const plainLetters = (number: string): string =>
  [...inCapitals(inCapitals(number).normalize('NFKD').replaceAll(unseen, '').normalize('NFKC'))]
    .map((letter) => lookalikes.get(letter) ?? digitOf(letter) ?? letter)
    .join('')

const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?=\p{M})\p{Script=Inherited}/gu
/** By way of small letters: some capitals have capitals of their own. */
const inCapitals = (text: string): string => text.toLowerCase().toUpperCase()

/** Unicode has the decimal digits of every script as ten in a row, some of those rows right behind one another. */
const digitOf = (letter: string): string | undefined => {
  if (letter < '\u0660' || !/^\p{Nd}$/u.test(letter)) return undefined
  const code = letter.codePointAt(0) ?? 0
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return `${(code - first) % 10}`
}

type Run = Readonly<{ text: string; isNumber: boolean }>

/**
 * O, I and L beside a digit, or with nothing else between two signs, are read as digits; anywhere else they are letters,
 * written like the digits they are taken for. Leading zeros count in neither "007" nor "B07".
 */
const runsOf = (token: string): readonly Run[] =>
  (token.match(/[OIL0-9]+|[^OIL0-9]+/gu) ?? []).map((run) => {
    const isNumber = /[0-9]/.test(run) || (run === token && /^[OIL]/.test(run))
    const text = run.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
    return { text: isNumber ? text.replace(/^0+(?=\d)/, '') : text, isNumber }
  })

/** Between a letter and a digit a border is evident, so that a dash there may be left out; elsewhere it is marked. */
const isEvident = (left: Run | undefined, right: Run | undefined): boolean => {
  if (!left || !right) return true
  return left.isNumber ? !right.isNumber && /^[^01]/.test(right.text) : right.isNumber && /[^01]$/.test(left.text)
}
const border: Run = { text: '-', isNumber: false }

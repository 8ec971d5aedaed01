/**
 * The characters a bank file may carry. `ascii`: everything printable in ASCII, as Nacha files are written. `sepa`: the
 * letters, digits and signs every SEPA bank must take (EPC217-08, the set of the SEPA implementation guidelines).
 */
export type BankAlphabet = 'ascii' | 'sepa'

/**
 * Writes a name or a text of any script with the characters a bank takes. Accents fall away (José → Jose), letters that
 * only some Latin alphabets have are spelt out (Ł → L, ß → ss), Greek and Cyrillic are written letter by letter as in
 * the machine-readable zone of a passport (ICAO Doc 9303-3, section 6), the spelling banks know people by. Scripts that
 * have no such letter-by-letter spelling (Chinese, Arabic, …) are left out; when no letter or digit is left the answer
 * is empty, and the caller writes a reference instead.
 */
export const bankText = (text: string, alphabet: BankAlphabet): string => {
  if (alreadyFit[alphabet].test(text)) return text
  const latin = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[οΟ][υΥ]/g, (ou) => (ou.startsWith('Ο') ? 'Ou' : 'ou'))
    .replaceAll(/[^ -~]/gu, latinOf)
  const written = alphabet === 'sepa' ? latin.replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, sepaSignOf) : latin
  return /[A-Za-z0-9]/.test(written) ? written.replaceAll(/ {2,}/g, ' ').trim() : ''
}

/** Most names need nothing done to them; ten thousand are looked at in a few milliseconds. */
const alreadyFit: Readonly<Record<BankAlphabet, RegExp>> = {
  ascii: /^(?=.*[A-Za-z0-9])[!-~]+(?: [!-~]+)*$/,
  sepa: /^(?=.*[A-Za-z0-9])[A-Za-z0-9/\-?:().,'+]+(?: [A-Za-z0-9/\-?:().,'+]+)*$/,
}

/** Pairs of a letter and its spelling. Letters that only differ by an accent are not listed: they are taken apart first. */
const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])

const spellings: ReadonlyMap<string, string> = new Map([
  ...pairs('ß=ss æ=ae œ=oe ø=oe ð=d þ=th ł=l đ=d ħ=h ı=i ŋ=n ŧ=t ĸ=q ə=e'),
  ...pairs('α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o'),
  ...pairs('а=a б=b в=v г=g ґ=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch'),
  ...pairs('ш=sh щ=shch ъ=ie ы=y э=e ю=iu я=ia є=ie і=i ђ=d ј=j љ=lj њ=nj ћ=c џ=dz ѕ=dz'),
  ...pairs('‘=\' ’=\' ‚=\' ʼ=\' “=" ”=" „=" «=" »=" –=- —=- ‐=- ‑=- ‒=- −=- ⁄=/ ·=. •=. ×=x €=EUR £=GBP'),
])

const latinOf = (letter: string): string => {
  const lower = letter.toLowerCase()
  const spelling = spellings.get(lower)
  if (spelling === undefined) return /\s/.test(letter) ? ' ' : ''
  return lower === letter ? spelling : `${spelling.charAt(0).toUpperCase()}${spelling.slice(1)}`
}

/** EPC217-08 asks for a sign that means the same where there is one, and a full stop where there is none. */
const sepaSigns: ReadonlyMap<string, string> = new Map([
  ...pairs("&=+ _=- ~=- \"=' `=' [=( {=( <=( ]=) }=) >=) |=/ \\=/ ;=,"),
])

const sepaSignOf = (sign: string): string => sepaSigns.get(sign) ?? '.'

/**
 * Whether two names mean one party as far as a machine can tell: case, accents, signs and the order of the words make no
 * difference, nor does a legal form that only one of them has.
 */
export const isLikeName = (one: string, other: string): boolean => {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.join(' ') === second.join(' ')) return true
  const [plain, alsoPlain] = [first.filter(isNoForm), second.filter(isNoForm)]
  return plain.length > 0 && plain.join(' ') === alsoPlain.join(' ')
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[.’'`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()

/** The usual ones in Europe and America; a form that is missing here only makes one remark more. */
const forms = new Set(
  (
    'llc inc incorporated corp corporation co company ltd limited llp lp plc pllc pc gmbh ag ug kg ohg gbr ek eu mbh haftungsbeschrankt ' +
    'sa sas sarl sasu eurl sl slu srl spa snc bv nv vof cv ab as asa aps oy oyj kft zrt sro doo dooel spzoo zoo sp z o pty pte sc sci se'
  ).split(' '),
)
const isNoForm = (word: string): boolean => !forms.has(word)

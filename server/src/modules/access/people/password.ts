import { weakPassword } from '#modules/access/problems.ts'

/**
 * NIST SP 800-63B-4, 3.1.1.2: length and a list of what is guessed first; no rules about kinds of characters, no
 * forced change. At fifteen characters what is guessed first is a short word said twice, a walk over the keyboard,
 * or the name of the person or the product.
 */
export const refuseWeakPassword = (password: string, about: readonly string[], pointer: string): void => {
  const reason = weaknessOf(password, about)
  if (reason !== undefined) throw weakPassword({ errors: [{ pointer, detail: reason }] })
}

/** Why this would be guessed soon; undefined for a good one. `about`: names and addresses of the person. */
export const weaknessOf = (password: string, about: readonly string[]): string | undefined => {
  const said = password.normalize('NFKC').toLowerCase()
  if (new Set(said).size < 5) return 'Use more different characters.'
  if (periodOf(said) <= said.length / 2) return 'This is one piece said again and again.'
  if (walks.some((walk) => walk.includes(said) || reversed(walk).includes(said)))
    return 'This is a walk along the keyboard or the alphabet.'
  const rest = [...guessedFirst, ...about.flatMap(wordsOf)].reduce((left, word) => left.replaceAll(word, ''), said)
  if (new Set(rest.replace(/[^\p{L}]/gu, '')).size < 4) return 'This is made of words that are guessed first.'
  return undefined
}

/** The length of the shortest piece that gives the text when repeated: 3 for abcabcab. */
const periodOf = (text: string): number => {
  for (let period = 1; period < text.length; period++) if (text.startsWith(text.slice(period))) return period
  return text.length
}

/** Name and address taken apart, and only pieces long enough to mean something. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)

const reversed = (text: string): string => [...text].reverse().join('')

const walks = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '01234567890123456789012345678901234567890',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  'qwertzuiopasdfghjklyxcvbnmqwertzuiop',
  'azertyuiopqsdfghjklmwxcvbnazertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** Longest first, so that a word is not left over from a longer one. */
const guessedFirst = [
  'passwort',
  'password',
  'passwrd',
  'p@ssw0rd',
  'p@ssword',
  'passw0rd',
  'contractor',
  'freelance',
  'freelancer',
  'sunshine',
  'football',
  'baseball',
  'princess',
  'superman',
  'iloveyou',
  'trustno1',
  'welcome',
  'letmein',
  'monkey',
  'dragon',
  'master',
  'muster',
  'shadow',
  'secret',
  'qwerty',
  'azerty',
  'admin',
  'abc123',
  'hello',
  'login',
  'test',
].sort((a, b) => b.length - a.length)

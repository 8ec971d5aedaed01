import { problem } from '#kernel/problem.ts'
import type { Documents } from './documents.ts'

export const letterWithoutFont = problem(
  'letter-without-font',
  422,
  'A letter here is in no font that documents have, so they would show its number in its place.',
)

/** What somebody wrote, by the pointer to where: `lines/0/description`. */
type Written = Readonly<Record<string, string>>

/** Refuses what a document could not show, while whoever wrote it can still write it another way. */
export const holdLetters = async (documents: Documents, written: Written): Promise<void> => {
  const lacking = await documents.lettersWithoutFont(Object.values(written).join('\n'))
  if (lacking.length === 0) return
  const errors = Object.entries(written).flatMap(([field, text]) => {
    const letters = lacking.filter((letter) => text.includes(letter))
    return letters.length === 0
      ? []
      : [{ pointer: `#/${field}`, detail: `No font has ${letters.join(' ')}. Write it another way.` }]
  })
  throw letterWithoutFont({ errors })
}

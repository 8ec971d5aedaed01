import { z } from 'zod'
import { PlainDate } from './day.ts'
import { invalidInput } from './problem.ts'

/** What the columns are that a list is sorted by: a cursor is compared with them, and PostgreSQL compares like with like. */
const parts = {
  id: z.uuid(),
  day: PlainDate,
  text: z.string().refine((text) => text.isWellFormed() && !text.includes('\0')),
}
export type CursorPart = keyof typeof parts

/** Opaque to the caller, ours to change: the sort key of the last row. */
export const cursorOf = (key: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** Undefined without a cursor: the page starts at the beginning. One that is none of this list's is refused. */
export const keyOf = (cursor: string | undefined, sortedBy: readonly CursorPart[]): readonly string[] | undefined => {
  if (cursor === undefined) return undefined
  const key = readFrom(cursor)
  const fits =
    Array.isArray(key) &&
    key.length === sortedBy.length &&
    sortedBy.every((part, index) => parts[part].safeParse(key[index]).success)
  if (!fits) throw noSuchPlace()
  return key
}

const readFrom = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw noSuchPlace()
  }
}

const noSuchPlace = () =>
  invalidInput({
    errors: [{ pointer: '#/after', detail: 'This is no place in this list. Take `next` from the page before.' }],
  })

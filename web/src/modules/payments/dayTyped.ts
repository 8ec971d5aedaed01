import { PlainDate } from '#kernel/dates.ts'

/** The day in a date field; undefined while it holds none. */
export const dayTyped = (text: string | null): PlainDate | undefined => {
  const read = PlainDate.safeParse(text)
  return read.success ? read.data : undefined
}

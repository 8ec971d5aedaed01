import { addDays, PlainDate } from '#kernel/dates.ts'

type Span = Readonly<{ from: Date | undefined; to: Date | undefined }>

/** Two days of the reader's calendar as the moments between them, both days included. */
export const spanOf = (from: string | undefined, to: string | undefined): Span => {
  const first = PlainDate.safeParse(from).data
  const last = PlainDate.safeParse(to).data
  return { from: first && midnightOf(first), to: last && midnightOf(addDays(last, 1)) }
}

/** Without a zone, JavaScript reads a moment in the reader's own. */
const midnightOf = (day: PlainDate): Date => new Date(`${day}T00:00:00`)

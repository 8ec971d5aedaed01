import { PlainDate } from '#kernel/dates.ts'

/** The demo's days are those of UTC, so that it tells the same story on every machine. */
export const dayOf = (instant: Date | number): PlainDate =>
  PlainDate.parse(new Date(instant).toISOString().slice(0, 10))

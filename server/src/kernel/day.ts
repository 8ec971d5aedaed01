import { z } from 'zod'

/** A day without time and zone, as "2026-11-22": a working day, a due date. Sorts and compares as text. */
export const PlainDate = z.iso.date('Write the date as year-month-day, such as 2026-11-22.').brand<'PlainDate'>()
export type PlainDate = z.output<typeof PlainDate>

/** A day that somebody writes. What lies in another century than people and contracts do is a slip of the pen. */
export const GivenDay = PlainDate.refine(
  (day) => day >= '1900-01-01' && day < '2200-01-01',
  'The year looks wrong: write a day between 1900 and 2199.',
)

/** An instant, on the wire as an ISO 8601 text in UTC. */
export const Instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (instant) => instant.toISOString(),
})

/** A span of whole days, both ends included. */
export const Period = z
  .strictObject({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => from <= to, { message: 'The last day must not be before the first.', path: ['to'] })
export type Period = Readonly<z.output<typeof Period>>

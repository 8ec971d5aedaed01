import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A day without time and zone, as "2026-11-22": a working day, a due date. Sorts and compares as text. */
export const PlainDate = z.iso.date('Write the date as year-month-day, such as 2026-11-22.').brand<'PlainDate'>()
export type PlainDate = z.output<typeof PlainDate>

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

const plain = (date: Temporal.PlainDate): PlainDate => PlainDate.parse(date.toString())
const temporal = (date: PlainDate) => Temporal.PlainDate.from(date)

export const addDays = (date: PlainDate, days: number): PlainDate => plain(temporal(date).add({ days }))
/** The same day `months` later; the last day of a shorter month when there is none. */
export const addMonths = (date: PlainDate, months: number): PlainDate => plain(temporal(date).add({ months }))
export const addYears = (date: PlainDate, years: number): PlainDate => plain(temporal(date).add({ years }))
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  temporal(from).until(temporal(to), { largestUnit: 'day' }).days
/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (date: PlainDate): number => temporal(date).dayOfWeek
export const lastDayOfMonth = (date: PlainDate): PlainDate => plain(temporal(date).with({ day: 31 }))
export const firstDayOfMonth = (date: PlainDate): PlainDate => plain(temporal(date).with({ day: 1 }))

/** The calendar day of an instant in a time zone (IANA name), such as the legal entity's. */
export const dayIn = (zone: string, instant: Date): PlainDate =>
  plain(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate())

export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000)

import { Temporal } from 'temporal-polyfill'
import { PlainDate } from './day.ts'

// The shapes stand apart from the arithmetic: a browser that only names a day need not load the calendar library.
export { GivenDay, Instant, Period, PlainDate } from './day.ts'

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

/** 16 November 2026, in sentences, mails and documents: the same day to a reader on either side of the Atlantic. */
export const dayInWords = (day: PlainDate): string => inWords.format(new Date(`${day}T00:00:00Z`))
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000)

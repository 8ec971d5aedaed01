import { addDays, lastDayOfMonth, PlainDate, weekdayOf } from '#kernel/dates.ts'

/** The days on which banks move money in one currency. */
export type BankingCalendar = Readonly<{
  id: 'us-federal-reserve' | 'target'
  name: string
  /** Where the rule stands, and when it was last looked up. */
  source: string
  asOf: PlainDate
  holidaysIn: (year: number) => readonly Holiday[]
}>

export type Holiday = Readonly<{ date: PlainDate; name: string }>

const asOf = PlainDate.parse('2026-11-22')

/**
 * ACH settles on the business days of the Federal Reserve Banks. A holiday on a Sunday closes them on the Monday after;
 * a holiday on a Saturday does not close them on the Friday before, unlike government offices.
 */
export const federalReserve: BankingCalendar = {
  id: 'us-federal-reserve',
  name: 'Federal Reserve Banks',
  source: 'Federal Reserve Banks, holiday schedule (frbservices.org)',
  asOf,
  holidaysIn: (year) =>
    federalHolidays(year).map(({ date, name }) => ({ date: weekdayOf(date) === 7 ? addDays(date, 1) : date, name })),
}

/** Euro payments settle on the business days of TARGET. Its holidays are never moved to another day. */
export const target: BankingCalendar = {
  id: 'target',
  name: 'TARGET',
  source: 'European Central Bank, long-term calendar for TARGET closing days, 14 December 2000 (in force since 2002)',
  asOf,
  holidaysIn: (year) => {
    const easter = easterSundayOf(year)
    return [
      { date: dayOf(year, 1, 1), name: 'New Year’s Day' },
      { date: addDays(easter, -2), name: 'Good Friday' },
      { date: addDays(easter, 1), name: 'Easter Monday' },
      { date: dayOf(year, 5, 1), name: 'Labour Day' },
      { date: dayOf(year, 12, 25), name: 'Christmas Day' },
      { date: dayOf(year, 12, 26), name: 'The day after Christmas' },
    ]
  },
}

export const bankingCalendars: readonly BankingCalendar[] = [federalReserve, target]

export const isBankingDay = (date: PlainDate, calendar: BankingCalendar): boolean =>
  weekdayOf(date) <= 5 && !holidaySetOf(calendar, Number(date.slice(0, 4))).has(date)

/** The day itself when banks work on it, else the nearest one after. */
export const bankingDayOnOrAfter = (date: PlainDate, calendar: BankingCalendar): PlainDate =>
  isBankingDay(date, calendar) ? date : bankingDayOnOrAfter(addDays(date, 1), calendar)

/** The day itself when banks work on it, else the nearest one before. */
export const bankingDayOnOrBefore = (date: PlainDate, calendar: BankingCalendar): PlainDate =>
  isBankingDay(date, calendar) ? date : bankingDayOnOrBefore(addDays(date, -1), calendar)

export const nextBankingDay = (date: PlainDate, calendar: BankingCalendar): PlainDate =>
  bankingDayOnOrAfter(addDays(date, 1), calendar)

export const previousBankingDay = (date: PlainDate, calendar: BankingCalendar): PlainDate =>
  bankingDayOnOrBefore(addDays(date, -1), calendar)

/** So many banking days later, or earlier when negative. Counting starts the day after `date`, banking day or not. */
export const addBankingDays = (date: PlainDate, days: number, calendar: BankingCalendar): PlainDate => {
  const step = days < 0 ? previousBankingDay : nextBankingDay
  return Array.from({ length: Math.abs(days) }).reduce<PlainDate>((reached) => step(reached, calendar), date)
}

const federalHolidays = (year: number): readonly Holiday[] => [
  { date: dayOf(year, 1, 1), name: 'New Year’s Day' },
  { date: nthWeekday(year, 1, { nth: 3, weekday: 1 }), name: 'Birthday of Martin Luther King, Jr.' },
  { date: nthWeekday(year, 2, { nth: 3, weekday: 1 }), name: 'Washington’s Birthday' },
  { date: lastMondayOfMay(year), name: 'Memorial Day' },
  // A holiday since 2021-06-17 (P.L. 117-17); that year it fell on a Saturday, so 2022 was the first closing.
  ...(year > 2021 ? [{ date: dayOf(year, 6, 19), name: 'Juneteenth National Independence Day' }] : []),
  { date: dayOf(year, 7, 4), name: 'Independence Day' },
  { date: nthWeekday(year, 9, { nth: 1, weekday: 1 }), name: 'Labor Day' },
  { date: nthWeekday(year, 10, { nth: 2, weekday: 1 }), name: 'Columbus Day' },
  { date: dayOf(year, 11, 11), name: 'Veterans Day' },
  { date: nthWeekday(year, 11, { nth: 4, weekday: 4 }), name: 'Thanksgiving Day' },
  { date: dayOf(year, 12, 25), name: 'Christmas Day' },
]

const dayOf = (year: number, month: number, day: number): PlainDate =>
  PlainDate.parse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const nthWeekday = (year: number, month: number, { nth, weekday }: Readonly<{ nth: number; weekday: number }>) => {
  const first = dayOf(year, month, 1)
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

const lastMondayOfMay = (year: number): PlainDate => {
  const last = lastDayOfMonth(dayOf(year, 5, 1))
  return addDays(last, 1 - weekdayOf(last))
}

/** Gregorian Easter, by the anonymous rule of 1876 (J. Meeus, Astronomical Algorithms, chapter 8). */
const easterSundayOf = (year: number): PlainDate => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapFix = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - leapFix + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const count = moon + sunday - 7 * late + 114
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1)
}

/** Holidays depend on nothing but the year, so each year is worked out once. */
const holidaySets = new Map<string, ReadonlySet<PlainDate>>()

const holidaySetOf = (calendar: BankingCalendar, year: number): ReadonlySet<PlainDate> => {
  const key = `${calendar.id} ${year}`
  const known = holidaySets.get(key)
  if (known !== undefined) return known
  const found = new Set(calendar.holidaysIn(year).map(({ date }) => date))
  holidaySets.set(key, found)
  return found
}

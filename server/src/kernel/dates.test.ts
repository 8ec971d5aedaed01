import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addMonths,
  addYears,
  dayIn,
  dayInWords,
  daysBetween,
  firstDayOfMonth,
  GivenDay,
  Instant,
  lastDayOfMonth,
  Period,
  PlainDate,
  weekdayOf,
} from './dates.ts'

const day = (text: string) => PlainDate.parse(text)
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

test.each([
  '',
  '2026-2-3',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '22/11/2026',
  '2026-11-22T00:00:00Z',
  '20261122',
])('%j is no day', (text) => {
  expect(PlainDate.safeParse(text).success).toBe(false)
})

test('a day that is refused says how to write it', () => {
  expect(PlainDate.safeParse('22.11.2026').error?.issues[0]?.message).toBe(
    'Write the date as year-month-day, such as 2026-11-22.',
  )
})

test('a period does not end before it starts', () => {
  const refused = Period.safeParse({ from: '2026-11-22', to: '2026-11-21' })

  expect(refused.error?.issues).toMatchObject([{ path: ['to'] }])
  expect(Period.safeParse({ from: '2026-11-22', to: '2026-11-22' }).success).toBe(true)
})

test('the last day of a month and of a leap February', () => {
  expect(lastDayOfMonth(day('2024-02-10'))).toBe('2024-02-29')
  expect(lastDayOfMonth(day('2026-02-10'))).toBe('2026-02-28')
  expect(lastDayOfMonth(day('2100-02-01'))).toBe('2100-02-28')
  expect(firstDayOfMonth(day('2026-12-31'))).toBe('2026-12-01')
})

test('a month after the 31st is the last day of a shorter month', () => {
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
  expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
  expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
})

test('days are counted over leap days and year ends', () => {
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366)
  expect(daysBetween(day('2026-01-02'), day('2026-01-01'))).toBe(-1)
})

test('adding days and counting them are each other\u2019s inverse, and days sort as text', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const to = addDays(from, days)
      expect(daysBetween(from, to)).toBe(days)
      expect(Math.sign(days)).toBe(from < to ? 1 : from > to ? -1 : 0)
    }),
  )
})

test('Monday is 1 and Sunday is 7, week after week', () => {
  expect(weekdayOf(day('2026-11-23'))).toBe(1)
  expect(weekdayOf(day('2026-11-22'))).toBe(7)
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
      expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1)
    }),
  )
})

test('an instant is another day in New York than in Tokyo', () => {
  const instant = new Date('2027-01-01T03:00:00Z')

  expect(dayIn('America/New_York', instant)).toBe('2026-12-31')
  expect(dayIn('Asia/Tokyo', instant)).toBe('2027-01-01')
  expect(() => dayIn('Mars/Olympus', instant)).toThrow()
})

test('the day changes at local midnight also where clocks change at midnight', () => {
  expect(dayIn('America/New_York', new Date('2026-03-08T04:59:59Z'))).toBe('2026-03-07')
  expect(dayIn('America/New_York', new Date('2026-03-08T05:00:00Z'))).toBe('2026-03-08')
  expect(dayIn('Pacific/Apia', new Date('2011-12-30T09:59:59Z'))).toBe('2011-12-29')
  expect(dayIn('Pacific/Apia', new Date('2011-12-30T10:00:00Z'))).toBe('2011-12-31')
})

test('an instant goes over the wire in UTC', () => {
  expect(Instant.encode(new Date('2026-11-22T10:00:00Z'))).toBe('2026-11-22T10:00:00.000Z')
  expect(Instant.parse('2026-11-22T10:00:00Z')).toEqual(new Date('2026-11-22T10:00:00Z'))
  expect(Instant.safeParse('2026-11-22').success).toBe(false)
  expect(Instant.safeParse('2026-11-22T10:00:00').success).toBe(false)
  expect(addHours(new Date('2026-03-08T06:30:00Z'), 1)).toEqual(new Date('2026-03-08T07:30:00Z'))
})

test('a day in words is the same day, wherever the reader is', () => {
  expect(dayInWords(day('2026-11-30'))).toBe('30 November 2026')
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(new Date(`${dayInWords(date)} UTC`).toISOString().slice(0, 10)).toBe(date)
    }),
  )
})

test.each(['0001-01-01', '0226-11-20', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30', ''])(
  'the day %j, which nobody means, is refused where somebody writes it',
  (day) => {
    expect(GivenDay.safeParse(day).success).toBe(false)
  },
)

test('a day within the lives of people and contracts is taken', () => {
  expect(['1900-01-01', '2026-11-30', '2199-12-31'].filter((day) => !GivenDay.safeParse(day).success)).toEqual([])
})

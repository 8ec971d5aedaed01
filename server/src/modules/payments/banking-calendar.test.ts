import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, PlainDate, weekdayOf } from '#kernel/dates.ts'
import {
  addBankingDays,
  bankingCalendars,
  bankingDayOnOrAfter,
  bankingDayOnOrBefore,
  federalReserve,
  isBankingDay,
  nextBankingDay,
  previousBankingDay,
  target,
} from './banking-calendar.ts'

const day = (text: string) => PlainDate.parse(text)
const anyCalendar = fc.constantFrom(...bankingCalendars)
const anyDay = fc
  .date({ min: new Date('2002-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

test.each([
  [2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
  [2026, '01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25'],
  [2027, '01-01 01-18 02-15 05-31 06-19 07-05 09-06 10-11 11-11 11-25 12-25'],
])('the Federal Reserve Banks publish these holidays for %i', (year, days) => {
  expect(federalReserve.holidaysIn(year).map(({ date }) => date)).toEqual(
    days.split(' ').map((each) => `${year}-${each}`),
  )
})

test('a holiday on a Saturday leaves the Friday before a banking day', () => {
  expect(isBankingDay(day('2026-07-03'), federalReserve)).toBe(true)
  expect(isBankingDay(day('2027-12-24'), federalReserve)).toBe(true)
  expect(isBankingDay(day('2027-12-31'), federalReserve)).toBe(true)
})

test('a holiday on a Sunday closes the banks on Monday', () => {
  expect(isBankingDay(day('2027-07-05'), federalReserve)).toBe(false)
  expect(isBankingDay(day('2022-12-26'), federalReserve)).toBe(false)
  expect(isBankingDay(day('2023-01-02'), federalReserve)).toBe(false)
})

test('Juneteenth is a holiday since 2022 and was none before', () => {
  expect(isBankingDay(day('2020-06-19'), federalReserve)).toBe(true)
  expect(isBankingDay(day('2022-06-20'), federalReserve)).toBe(false)
})

test.each([
  ['2024-03-29', '2024-04-01'],
  ['2025-04-18', '2025-04-21'],
  ['2026-04-03', '2026-04-06'],
  ['2027-03-26', '2027-03-29'],
  ['2038-04-23', '2038-04-26'],
  ['2049-04-16', '2049-04-19'],
  ['2076-04-17', '2076-04-20'],
])('TARGET is closed on Good Friday %s and Easter Monday %s', (friday, monday) => {
  expect([friday, monday].filter((date) => isBankingDay(day(date), target))).toEqual([])
  expect(weekdayOf(day(friday))).toBe(5)
  expect(isBankingDay(addDays(day(monday), 1), target)).toBe(true)
})

test('TARGET keeps its holidays where they fall, and works on American ones', () => {
  expect(isBankingDay(day('2027-12-27'), target)).toBe(true)
  expect(isBankingDay(day('2026-05-01'), target)).toBe(false)
  expect(isBankingDay(day('2026-11-26'), target)).toBe(true)
  expect(isBankingDay(day('2026-12-26'), federalReserve)).toBe(false)
})

test('banks work on no Saturday and no Sunday', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, (date, calendar) => {
      if (weekdayOf(date) > 5) expect(isBankingDay(date, calendar)).toBe(false)
    }),
  )
})

test('Easter Sunday is a Sunday between 22 March and 25 April in every year', () => {
  for (let year = 1900; year <= 2199; year += 1) {
    const goodFriday = target.holidaysIn(year)[1]
    const easter = addDays(goodFriday!.date, 2)
    expect(weekdayOf(easter)).toBe(7)
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
  }
})

test('over Thanksgiving two banking days are four days', () => {
  expect(nextBankingDay(day('2026-11-25'), federalReserve)).toBe('2026-11-27')
  expect(addBankingDays(day('2026-11-25'), 2, federalReserve)).toBe('2026-11-30')
  expect(addBankingDays(day('2026-11-30'), -2, federalReserve)).toBe('2026-11-25')
  expect(addBankingDays(day('2026-11-28'), 0, federalReserve)).toBe('2026-11-28')
})

test('the next and the previous banking day have no banking day between them and the day', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, (date, calendar) => {
      const next = nextBankingDay(date, calendar)
      const previous = previousBankingDay(date, calendar)
      expect(isBankingDay(next, calendar) && isBankingDay(previous, calendar)).toBe(true)
      expect(previous < date && date < next).toBe(true)
      for (let between = addDays(previous, 1); between < next; between = addDays(between, 1))
        if (between !== date) expect(isBankingDay(between, calendar)).toBe(false)
    }),
  )
})

test('a banking day stays, any other day moves, and never further than five days', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, (date, calendar) => {
      const after = bankingDayOnOrAfter(date, calendar)
      const before = bankingDayOnOrBefore(date, calendar)
      expect(after === date).toBe(isBankingDay(date, calendar))
      expect(before === date).toBe(isBankingDay(date, calendar))
      expect(after <= addDays(date, 5) && before >= addDays(date, -5)).toBe(true)
    }),
  )
})

test('so many banking days forth and back lead to the same banking day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 30 }), anyCalendar, (date, days, calendar) => {
      const start = bankingDayOnOrAfter(date, calendar)
      expect(addBankingDays(addBankingDays(start, days, calendar), -days, calendar)).toBe(start)
    }),
  )
})

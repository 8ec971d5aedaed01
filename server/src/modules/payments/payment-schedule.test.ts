import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lastDayOfMonth, PlainDate, weekdayOf } from '#kernel/dates.ts'
import {
  addBankingDays,
  bankingCalendars,
  bankingDayOnOrAfter,
  federalReserve,
  isBankingDay,
  target,
} from './banking-calendar.ts'
import { dueDate, nextRunDate, type PaymentRule, type PaymentSchedule } from './payment-schedule.ts'

const day = (text: string) => PlainDate.parse(text)
const paying = (rule: PaymentRule, cutOffBankingDays = 0): PaymentSchedule => ({ rule, cutOffBankingDays })
const after = (days: number) => paying({ kind: 'days_after_approval', days })
const fridays = paying({ kind: 'weekly', weekday: 5 })
const twiceAMonth = paying({ kind: 'semi_monthly' })
const monthEnd = paying({ kind: 'end_of_month', plusDays: 0 })

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))
const anyRule: fc.Arbitrary<PaymentRule> = fc.oneof(
  fc.nat(120).map((days) => ({ kind: 'days_after_approval', days }) as const),
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ kind: 'weekly', weekday }) as const),
  fc.constant({ kind: 'semi_monthly' } as const),
  fc.nat(90).map((plusDays) => ({ kind: 'end_of_month', plusDays }) as const),
)
const anySchedule = fc.record({ rule: anyRule, cutOffBankingDays: fc.nat(5) })
const anyCalendar = fc.constantFrom(...bankingCalendars)

test('who is approved on a Saturday with payment the same day is paid on Monday, not on the Friday before', () => {
  expect(dueDate(after(0), day('2026-11-21'), federalReserve)).toBe('2026-11-23')
})

test('who misses the cut-off is in the next pay day', () => {
  const twoDaysAhead = paying({ kind: 'weekly', weekday: 5 }, 2)

  expect(dueDate(twoDaysAhead, day('2026-11-18'), federalReserve)).toBe('2026-11-20')
  expect(dueDate(twoDaysAhead, day('2026-11-19'), federalReserve)).toBe('2026-11-27')
})

test('the cut-off counts banking days, so Thanksgiving moves it a day ahead', () => {
  const twoDaysAhead = paying({ kind: 'weekly', weekday: 5 }, 2)

  expect(dueDate(twoDaysAhead, day('2026-11-24'), federalReserve)).toBe('2026-11-27')
  expect(dueDate(twoDaysAhead, day('2026-11-25'), federalReserve)).toBe('2026-12-04')
})

test('thirty days that end on a day without banks are paid before, so that nobody waits longer than promised', () => {
  expect(dueDate(after(30), day('2026-10-27'), federalReserve)).toBe('2026-11-25')
  expect(dueDate(after(30), day('2026-10-27'), target)).toBe('2026-11-26')
  expect(dueDate(after(30), day('2026-03-04'), target)).toBe('2026-04-02')
})

test('a Friday that is a holiday is paid on Thursday', () => {
  expect(dueDate(fridays, day('2026-04-01'), target)).toBe('2026-04-02')
  expect(dueDate(fridays, day('2026-04-03'), target)).toBe('2026-04-10')
  expect(dueDate(fridays, day('2026-12-24'), federalReserve)).toBe('2026-12-24')
  expect(dueDate(fridays, day('2026-12-25'), federalReserve)).toBe('2026-12-31')
})

test('twice a month means the 15th and the last day, moved before a weekend', () => {
  expect(dueDate(twiceAMonth, day('2026-11-10'), federalReserve)).toBe('2026-11-13')
  expect(dueDate(twiceAMonth, day('2026-11-13'), federalReserve)).toBe('2026-11-13')
  expect(dueDate(twiceAMonth, day('2026-11-14'), federalReserve)).toBe('2026-11-30')
  expect(dueDate(twiceAMonth, day('2026-01-31'), federalReserve)).toBe('2026-02-13')
})

test('the end of the month is the 29th of February in a leap year', () => {
  expect(dueDate(monthEnd, day('2024-02-01'), target)).toBe('2024-02-29')
  expect(dueDate(monthEnd, day('2023-02-01'), target)).toBe('2023-02-28')
  expect(dueDate(monthEnd, day('2026-02-28'), target)).toBe('2026-03-31')
  expect(dueDate(twiceAMonth, day('2028-02-16'), target)).toBe('2028-02-29')
})

test('thirty days after the end of the month count from the month of the approval', () => {
  const plusThirty = paying({ kind: 'end_of_month', plusDays: 30 })

  expect(dueDate(plusThirty, day('2026-11-02'), target)).toBe('2026-12-30')
  expect(dueDate(plusThirty, day('2026-11-30'), target)).toBe('2026-12-30')
  expect(dueDate(plusThirty, day('2026-12-01'), target)).toBe('2027-01-29')
})

test('an invoice that was held back is in the next run it can still reach', () => {
  const held = { dueOn: day('2026-11-20'), today: day('2026-11-23') }

  expect(nextRunDate(fridays, held, federalReserve)).toBe('2026-11-27')
  expect(nextRunDate(after(30), held, federalReserve)).toBe('2026-11-23')
  expect(nextRunDate(twiceAMonth, held, federalReserve)).toBe('2026-11-30')
  expect(nextRunDate(paying({ kind: 'end_of_month', plusDays: 30 }), held, federalReserve)).toBe('2026-11-30')
  expect(nextRunDate(paying({ kind: 'weekly', weekday: 5 }, 3), held, federalReserve)).toBe('2026-11-27')
  expect(nextRunDate(paying({ kind: 'weekly', weekday: 5 }, 4), held, federalReserve)).toBe('2026-12-04')
})

test('the due date is a banking day, never before the approval and its cut-off', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, anyCalendar, (schedule, approvedOn, calendar) => {
      const due = dueDate(schedule, approvedOn, calendar)
      const cutOff = addBankingDays(bankingDayOnOrAfter(approvedOn, calendar), schedule.cutOffBankingDays, calendar)
      expect(isBankingDay(due, calendar)).toBe(true)
      expect(due >= approvedOn && due >= cutOff).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('who is approved later is never due earlier', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, fc.nat(70), anyCalendar, (schedule, approvedOn, days, calendar) => {
      const due = dueDate(schedule, approvedOn, calendar)
      expect(due <= dueDate(schedule, addDays(approvedOn, days), calendar)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('the promise is kept to the day unless the cut-off alone makes it impossible', () => {
  fc.assert(
    fc.property(fc.nat(120), anyDay, anyCalendar, (days, approvedOn, calendar) => {
      const promised = addDays(approvedOn, days)
      const due = dueDate(after(days), approvedOn, calendar)
      expect(due <= promised || due === bankingDayOnOrAfter(approvedOn, calendar)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a weekly pay day comes within a week, a half-monthly one within seventeen days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), anyCalendar, (approvedOn, weekday, calendar) => {
      const start = bankingDayOnOrAfter(approvedOn, calendar)
      expect(dueDate(paying({ kind: 'weekly', weekday }), approvedOn, calendar) <= addDays(start, 6)).toBe(true)
      expect(dueDate(twiceAMonth, approvedOn, calendar) <= addDays(start, 16)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('a month-end payment falls in the last week of its month, on no weekend', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, (approvedOn, calendar) => {
      const due = dueDate(monthEnd, approvedOn, calendar)
      expect(weekdayOf(due) <= 5).toBe(true)
      expect(due >= addDays(lastDayOfMonth(due), -5)).toBe(true)
    }),
  )
})

test('what nothing holds back is paid by the run of its due date, and what is late by a coming one', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, fc.nat(60), anyCalendar, (schedule, approvedOn, waited, calendar) => {
      const dueOn = dueDate(schedule, approvedOn, calendar)
      const today = addDays(approvedOn, waited)
      const run = nextRunDate(schedule, { dueOn, today }, calendar)
      expect(nextRunDate(schedule, { dueOn, today: approvedOn }, calendar)).toBe(dueOn)
      expect(isBankingDay(run, calendar)).toBe(true)
      expect(run >= dueOn && run >= today).toBe(true)
      expect(nextRunDate(schedule, { dueOn: run, today }, calendar)).toBe(run)
    }),
    { numRuns: 2_000 },
  )
})

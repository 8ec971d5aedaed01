import { lastDayOfMonth, type PlainDate } from '#kernel/dates.ts'
import { federalReserve } from '#modules/payments/banking-calendar.ts'
import { dueDate, nextRunDate, type PaymentSchedule } from '#modules/payments/payment-schedule.ts'
import { dayOf } from '../day-of.ts'

/** What the volume's legal entity pays by: everything approved in a month, on the 15th of the next. */
export const volumeSchedule = {
  rule: { kind: 'end_of_month', plusDays: 15 },
  cutOffBankingDays: 0,
} as const satisfies PaymentSchedule

export type PayDay = Readonly<{
  day: PlainDate
  preparedAt: number
  sentAt: number
  settledAt: number
  returnedAt: number
  isLast: boolean
  isBeforeLast: boolean
}>
const dayMs = 86_400_000

type Due = Readonly<{ dueOn: PlainDate; runOn: PlainDate }>

/** When what was approved on a day falls due, by the product's own rule; asked once a day instead of once an invoice. */
export const dueDays = () => {
  const known = new Map<PlainDate, Due>()
  return (approvedOn: PlainDate): Due => {
    const found = known.get(approvedOn)
    if (found) return found
    const dueOn = dueDate(volumeSchedule, approvedOn, federalReserve)
    const due = { dueOn, runOn: nextRunDate(volumeSchedule, { dueOn, today: approvedOn }, federalReserve) }
    known.set(approvedOn, due)
    return due
  }
}

/** The days on which was paid so far. The last one's settlement is still to be noted. */
export const payDaysUntil = (months: readonly PlainDate[], now: number): readonly PayDay[] => {
  const today = dayOf(now)
  const days = months
    .map((month) => dueDate(volumeSchedule, lastDayOfMonth(month), federalReserve))
    .filter((day) => day < today)
  return days.map((day, place) => ({
    day,
    preparedAt: Date.parse(`${day}T15:00:00Z`) - dayMs,
    sentAt: Date.parse(`${day}T18:00:00Z`) - dayMs,
    settledAt: Date.parse(`${day}T22:00:00Z`),
    returnedAt: Math.min(Date.parse(`${day}T22:00:00Z`) + 2 * dayMs, now - dayMs / 48),
    isLast: place === days.length - 1,
    isBeforeLast: place === days.length - 2,
  }))
}

import { type Actor, may } from '#kernel/actor.ts'
import type { Currency } from '#kernel/money.ts'
import type { LegalEntity } from '#modules/organizations/index.ts'
import { type BankingCalendar, bankingCalendars, federalReserve, target } from '#modules/payments/banking-calendar.ts'
import type { PaymentSchedule } from '#modules/payments/payment-schedule.ts'
import { changeSchedules } from '#modules/payments/permissions.ts'
import type { PaymentRule, PaymentScheduleView } from './contract.ts'

export type StoredSchedule = PaymentSchedule &
  Readonly<{ rule: PaymentRule; calendar: BankingCalendar['id']; setAt: Date | null; version: number }>

/** What holds while nobody has set anything: 30 days, on the banking days of the currency. */
export const usualSchedule = (currency: Currency): StoredSchedule => ({
  rule: { kind: 'days_after_approval', days: 30 },
  cutOffBankingDays: 0,
  calendar: calendarFor(currency).id,
  setAt: null,
  version: 0,
})

/** Dollars move on the days of the Federal Reserve, everything else here goes through a European bank. */
export const calendarFor = (currency: Currency): BankingCalendar => (currency === 'USD' ? federalReserve : target)

export const calendarOf = ({ calendar }: Pick<StoredSchedule, 'calendar'>): BankingCalendar =>
  bankingCalendars.find(({ id }) => id === calendar) ?? federalReserve

/** In words, for the timeline. */
export const inWords = ({ rule }: Pick<StoredSchedule, 'rule'>): string => {
  switch (rule.kind) {
    case 'days_after_approval':
      return `${rule.days} days after approval`
    case 'weekly':
      return `every ${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'][rule.weekday - 1]}`
    case 'semi_monthly':
      return 'on the 15th and the last day of the month'
    case 'end_of_month':
      return rule.plusDays === 0 ? 'at the end of the month' : `${rule.plusDays} days after the end of the month`
  }
}

export const viewOfSchedule = (
  { rule, cutOffBankingDays, calendar, setAt, version }: StoredSchedule,
  { id, name, archivedAt }: Pick<LegalEntity, 'id' | 'name' | 'archivedAt'>,
  actor: Actor,
): PaymentScheduleView => ({
  legalEntityId: id,
  legalEntityName: name,
  rule,
  cutOffBankingDays,
  calendar,
  setAt,
  version,
  can: { change: archivedAt === null && may(actor, changeSchedules) },
})

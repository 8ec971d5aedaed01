import { addDays, firstDayOfMonth, lastDayOfMonth, type PlainDate, weekdayOf } from '#kernel/dates.ts'
import {
  addBankingDays,
  type BankingCalendar,
  bankingDayOnOrAfter,
  bankingDayOnOrBefore,
} from './banking-calendar.ts'

/** When approved invoices are paid. Plain data, so that it can be stored, shown and changed without a release. */
export type PaymentSchedule = Readonly<{
  rule: PaymentRule
  /** How many banking days before a pay day an invoice must be approved to be in it. 0 is the day itself. */
  cutOffBankingDays: number
}>

export type PaymentRule =
  | Readonly<{ kind: 'days_after_approval'; days: number }>
  /** 1 is Monday, 7 is Sunday. */
  | Readonly<{ kind: 'weekly'; weekday: number }>
  /** The 15th and the last day of the month. */
  | Readonly<{ kind: 'semi_monthly' }>
  /** So many days after the end of the month of the approval. */
  | Readonly<{ kind: 'end_of_month'; plusDays: number }>

/**
 * The day on which an invoice approved on `approvedOn` is to be with the payee. It is a banking day: when banks are
 * closed on the day the rule names, the payment goes out earlier and the promise is kept. It is never before the
 * approval and its cut-off; who misses a pay day is in the next one.
 */
export const dueDate = (schedule: PaymentSchedule, approvedOn: PlainDate, calendar: BankingCalendar): PlainDate => {
  const earliest = earliestPayDay(schedule, approvedOn, calendar)
  return bankingDayOnOrBefore(namedDay(schedule.rule, { from: approvedOn, earliest }), calendar)
}

/**
 * The pay run that takes an invoice due on `dueOn` (as `dueDate` gave it) when today is `today`: the one on that day,
 * or the first whose cut-off can still be met when something held the invoice back.
 */
export const nextRunDate = (
  schedule: PaymentSchedule,
  { dueOn, today }: Readonly<{ dueOn: PlainDate; today: PlainDate }>,
  calendar: BankingCalendar,
): PlainDate => {
  const { rule } = schedule
  const earliest = later(bankingDayOnOrBefore(dueOn, calendar), earliestPayDay(schedule, today, calendar))
  return bankingDayOnOrBefore(namedDay(rule, { from: addDays(earliest, -graceOf(rule)), earliest }), calendar)
}

const earliestPayDay = (
  { cutOffBankingDays }: PaymentSchedule,
  from: PlainDate,
  calendar: BankingCalendar,
): PlainDate => addBankingDays(bankingDayOnOrAfter(from, calendar), cutOffBankingDays, calendar)

/**
 * The first day the rule names that is not before `earliest`. Because `earliest` is a banking day, moving the named day
 * to an earlier banking day never passes it.
 */
const namedDay = (rule: PaymentRule, { from, earliest }: Readonly<Record<'from' | 'earliest', PlainDate>>) => {
  switch (rule.kind) {
    case 'days_after_approval':
      return later(addDays(from, rule.days), earliest)
    case 'weekly':
      return addDays(earliest, (rule.weekday - weekdayOf(earliest) + 7) % 7)
    case 'semi_monthly':
      return earliest <= fifteenthOf(earliest) ? fifteenthOf(earliest) : lastDayOfMonth(earliest)
    case 'end_of_month':
      return addDays(lastDayOfMonth(later(from, addDays(earliest, -rule.plusDays))), rule.plusDays)
  }
}

const fifteenthOf = (date: PlainDate): PlainDate => addDays(firstDayOfMonth(date), 14)

/** How long after the approval, or after its month, the rule pays. */
const graceOf = (rule: PaymentRule): number => {
  if (rule.kind === 'days_after_approval') return rule.days
  return rule.kind === 'end_of_month' ? rule.plusDays : 0
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? other : one)

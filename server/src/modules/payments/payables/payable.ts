import { dayIn, type PlainDate } from '#kernel/dates.ts'
import type { Money } from '#kernel/money.ts'
import type { Transitions } from '#kernel/states.ts'
import type { Invoice } from '#modules/invoices/index.ts'
import type { PayableId } from '#modules/payments/ids.ts'
import { dueDate, nextRunDate } from '#modules/payments/payment-schedule.ts'
import { calendarOf, type StoredSchedule } from '#modules/payments/schedules/schedule.ts'
import type { PayableStatus } from './contract.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const payableTransitions: Transitions<PayableStatus> = {
  open: ['in_run', 'void'],
  in_run: ['open', 'sent'],
  sent: ['settled', 'open'],
  settled: ['open'],
  void: [],
}

export type Payable = Readonly<{
  id: PayableId
  invoiceId: string
  contractorId: string
  legalEntityId: string
  departmentId: string
  amount: Money
  contentHash: string
  dueOn: PlainDate
  runOn: PlainDate
  status: PayableStatus
}>

type Terms = Readonly<{ id: PayableId; schedule: StoredSchedule; timeZone: string; now: Date }>

/** What an approved invoice makes us owe, and by when. */
export const payableFrom = (invoice: Invoice, { id, schedule, timeZone, now }: Terms): Payable => {
  const { contractorId, legalEntityId, departmentId, total, contentHash, approvedAt } = invoice
  const calendar = calendarOf(schedule)
  const dueOn = dueDate(schedule, dayIn(timeZone, approvedAt ?? now), calendar)
  return {
    id,
    invoiceId: invoice.id,
    contractorId,
    legalEntityId,
    departmentId,
    amount: total,
    contentHash: contentHash ?? '',
    dueOn,
    runOn: nextRunDate(schedule, { dueOn, today: dayIn(timeZone, now) }, calendar),
    status: 'open',
  }
}

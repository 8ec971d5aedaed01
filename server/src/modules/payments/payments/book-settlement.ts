import type { Work } from '#kernel/command.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { invalidInput } from '#kernel/problem.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { alsoOfInvoices, paymentSettled } from '#modules/payments/events.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { postEntries } from '#modules/payments/ledger/store.ts'
import * as ledger from '#modules/payments/ledger.ts'
import { bookedAs } from './booked-as.ts'
import { aboutPayment, type Payment, settle } from './payment.ts'
import { markSettled } from './store.ts'

/** The money has arrived: payments, what they pay, their invoices and the books all say so. */
export const bookSettlement = async (
  work: Work,
  payments: readonly Payment[],
  settledOn: PlainDate,
): Promise<readonly DomainEvent[]> => {
  const { tx, now, newId } = work
  await holdDay(work, settledOn, '#/settledOn')
  const settled = payments.map((payment) => settle(payment, settledOn))
  const entries = settled.map((payment) => ({
    kind: 'payment_settled' as const,
    subjectId: payment.id,
    entry: ledger.paymentSettled({ id: newId(LedgerEntryId), ...bookedAs(payment) }),
  }))
  await markSettled(
    tx,
    settled.map(({ id }) => id),
    { settledOn, now },
  )
  await postEntries(tx, entries, now)
  await markInvoices(
    work,
    settled.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId)),
    'settled',
  )
  return settled.map((payment) => {
    const about = aboutPayment(payment)
    return alsoOfInvoices(paymentSettled({ ...about, settledOn }), about.invoiceIds)
  })
}

/** What the bank did, it did today or before. */
export const holdDay = async (work: Pick<Work, 'tx' | 'now'>, day: PlainDate, pointer: string): Promise<void> => {
  if (day > (await todayOf(work))) throw invalidInput({ errors: [{ pointer, detail: 'This day is still to come.' }] })
}

import type { Statement, Tx } from '#kernel/db.ts'
import { LedgerEntryId, type PayRunId } from '#modules/payments/contract.ts'
import * as ledger from '#modules/payments/ledger.ts'
import { bookedAs } from '#modules/payments/payments/booked-as.ts'
import { meaningOf } from '#modules/payments/payments/return-codes.ts'
import { dayOf } from '../day-of.ts'
import { bulkInsert, type Row } from './bulk-insert.ts'
import { comesBack } from './claim.ts'
import { insertBookings } from './claim-rows.ts'
import type { PayDay } from './pay-days.ts'
import type { Payment } from './pay-run-lines.ts'
import type { Scene } from './play-pay-day.ts'
import { paymentLines, payments as paymentTable } from './volume-tables.ts'

type Paid = Readonly<{
  payDay: PayDay
  payRunId: PayRunId
  payments: readonly Payment[]
  traceNumbers: readonly string[]
}>

export const returnCode = 'R03'

const freeLines: Statement = {
  name: 'volume.free-lines',
  text: 'update payment_lines set is_live = false where organization_id = $1 and payment_id = any ($2)',
}

/** The payments of a day with what they pay and what the books say of them. */
export const insertPayments = async (tx: Tx, scene: Scene, paid: Paid): Promise<void> => {
  const { payDay, payments } = paid
  await bulkInsert(
    tx,
    paymentTable,
    payments.map((payment, at) => paymentRow(paid, payment, at)),
  )
  await bulkInsert(
    tx,
    paymentLines,
    payments.flatMap(({ instruction: { id, lines } }) =>
      lines.map(({ payableId, amount }) => ({
        payment_id: id,
        payable_id: payableId,
        amount_minor: amount.minor,
        currency: amount.currency,
      })),
    ),
  )
  const back = payments.filter((payment) => isBack(payDay, payment))
  for (const { contractor } of back) scene.cameBack.add(contractor.place)
  await insertBookings(
    tx,
    payments.flatMap((payment) => bookingsOf(scene, payDay, payment)),
  )
}

/** What came back is no longer in its payment. After the run was counted and its content signed for. */
export const freeReturned = async (tx: Tx, payDay: PayDay, payments: readonly Payment[]): Promise<void> => {
  const back = payments.filter((payment) => isBack(payDay, payment)).map(({ instruction }) => instruction.id)
  if (back.length > 0) await tx.named(freeLines, [tx.organizationId, back])
}

export const isBack = (payDay: PayDay, { contractor }: Payment): boolean => comesBack(payDay, contractor.job.trouble)

const paymentRow = (
  { payDay, payRunId, traceNumbers }: Paid,
  payment: Payment,
  at: number,
): Row<typeof paymentTable> => {
  const { contractor, instruction } = payment
  const back = isBack(payDay, payment)
  return {
    id: instruction.id,
    pay_run_id: payRunId,
    reference: instruction.reference,
    contractor_id: instruction.contractorId,
    payee_id: contractor.job.payeeId,
    payout_method_id: instruction.payoutMethodId,
    payout_method_version: 3,
    amount_minor: instruction.amount.minor,
    currency: instruction.amount.currency,
    status: back ? 'returned' : payDay.isLast ? 'sent' : 'settled',
    trace_number: traceNumbers[at] ?? null,
    sent_at: new Date(payDay.sentAt),
    settled_on: payDay.isLast ? null : payDay.day,
    returned_on: back ? dayOf(payDay.returnedAt) : null,
    return_code: back ? returnCode : null,
    reason: back ? meaningOf(returnCode) : null,
    moved_at: new Date(back ? payDay.returnedAt : payDay.isLast ? payDay.sentAt : payDay.settledAt),
    version: 2 + (payDay.isLast ? 0 : 1) + (back ? 1 : 0),
  }
}

const bookingsOf = ({ company, newId }: Scene, payDay: PayDay, payment: Payment) => {
  const { id, contractorId, amount } = payment.instruction
  const act = bookedAs({ legalEntityId: company.legalEntity.id, contractorId, amount })
  const { sentAt, settledAt, returnedAt } = payDay
  const name = (at: number) => newId(LedgerEntryId, at)
  const sent = {
    kind: 'payment_sent',
    subjectId: id,
    at: sentAt,
    entry: ledger.paymentSent({ id: name(sentAt), ...act }),
  } as const
  const settled = {
    kind: 'payment_settled',
    subjectId: id,
    at: settledAt,
    entry: ledger.paymentSettled({ id: name(settledAt), ...act }),
  } as const
  const after = payDay.isLast ? 'sent' : 'settled'
  const back = {
    kind: 'payment_returned',
    subjectId: id,
    at: returnedAt,
    entry: ledger.paymentReturned({ id: name(returnedAt), ...act, after }),
  } as const
  return [sent, ...(payDay.isLast ? [] : [settled]), ...(isBack(payDay, payment) ? [back] : [])]
}

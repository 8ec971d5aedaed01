import type { Actor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { FileId } from '#modules/files/contract.ts'
import { mayReconcile } from '#modules/payments/pay-runs/pay-run.ts'
import { paymentCannotMove } from '#modules/payments/problems.ts'
import type { PaymentStatus, PaymentView } from './contract.ts'

/** What may follow what; the trigger on the table refuses the rest. What came back is paid again by another payment. */
export const paymentTransitions: Transitions<PaymentStatus> = {
  prepared: ['removed', 'sent'],
  removed: [],
  sent: ['settled', 'returned'],
  settled: ['returned'],
  returned: [],
}

export type Payment = Readonly<Omit<PaymentView, 'can'> & { remittanceFileId: FileId | null }>

const step = (payment: Payment, to: PaymentStatus): Payment => {
  if (mayFollow(paymentTransitions, payment.status, to)) return { ...payment, status: to }
  throw paymentCannotMove({ from: payment.status, to })
}

export const settle = (payment: Payment, settledOn: PlainDate): Payment => ({
  ...step(payment, 'settled'),
  settledOn,
})

type Return = Readonly<{ returnedOn: PlainDate; code: string; reason: string }>

export const giveBack = (payment: Payment, { returnedOn, code, reason }: Return): Payment => ({
  ...step(payment, 'returned'),
  returnedOn,
  returnCode: code,
  reason,
})

export const aboutPayment = ({ id: paymentId, payRunId, contractorId, reference, amount, invoices }: Payment) => ({
  paymentId,
  payRunId,
  contractorId,
  reference,
  amount,
  invoiceIds: invoices.map(({ invoiceId }) => invoiceId),
})

export const viewOfPayment = ({ remittanceFileId: _, ...payment }: Payment, actor: Actor): PaymentView => ({
  ...payment,
  can: {
    settle: mayFollow(paymentTransitions, payment.status, 'settled') && mayReconcile(actor),
    return: mayFollow(paymentTransitions, payment.status, 'returned') && mayReconcile(actor),
  },
})

import type { PlainDate } from '#kernel/dates.ts'
import type { Invoice } from '#modules/invoices/index.ts'
import { type PaymentStep, paymentSteps } from './contract.ts'
import type { PaymentFacts } from './store.ts'

type Mark = Readonly<{ at?: Date | null; on?: PlainDate | null; by?: string | null; isDone: boolean }>
type Way = Readonly<{ invoice: Invoice; facts: PaymentFacts; approver: string | null }>

/** You are here: the first step that is not done is the one the invoice stands before. */
export const stepsOf = (way: Way): PaymentStep[] => {
  const marks = marksOf(way)
  const here = paymentSteps.find((step) => !marks[step].isDone)
  return paymentSteps.map((step) => {
    const { at = null, on = null, by = null, isDone } = marks[step]
    return { step, at, on, by, state: isDone ? 'done' : step === here ? 'here' : 'ahead' }
  })
}

const marksOf = ({
  invoice: { status, submittedAt, approvedAt },
  facts: { payable, live },
  approver,
}: Way): Readonly<Record<PaymentStep['step'], Mark>> => {
  const goes = !['draft', 'returned_for_changes', 'rejected', 'void', 'credited', 'paid_outside'].includes(status)
  return {
    submitted: { isDone: submittedAt !== null, at: submittedAt },
    approved: { isDone: approvedAt !== null, at: approvedAt, by: approver },
    scheduled: { isDone: payable !== null, at: payable?.openedAt ?? null, on: payable?.dueOn ?? null },
    in_run: {
      isDone: live !== null,
      at: live?.preparedAt ?? null,
      on: live?.payOn ?? (goes ? (payable?.runOn ?? null) : null),
    },
    sent: { isDone: live?.sentAt != null, at: live?.sentAt ?? null, on: live?.payOn ?? null },
    settled: { isDone: live?.settledOn != null, on: live?.settledOn ?? null },
  }
}

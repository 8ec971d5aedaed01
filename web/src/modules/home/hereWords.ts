import type { PaymentStep } from '#modules/payments/payability/contract.ts'
import { formatDay } from '#web/lib/formatDate.ts'

/** Where an invoice is, as its contractor says it: "Approved by Dana Whitfield, in the run of 14 Dec". */
export const hereWords = (steps: readonly PaymentStep[], now: Date): string | undefined => {
  const done = steps.findLast(({ state }) => state === 'done')
  if (!done) return undefined
  const next = steps.find(({ state }) => state !== 'done')
  const day = (step: PaymentStep | undefined) => (step?.on ? formatDay(step.on, now) : undefined)
  const by = done.by === null ? '' : ` by ${done.by}`
  const planned = day(next) ?? day(done)
  switch (done.step) {
    case 'submitted':
      return 'Submitted, being looked at'
    case 'approved':
    case 'scheduled': {
      const approver = steps.find(({ step }) => step === 'approved')?.by
      return `Approved${approver ? ` by ${approver}` : by}${planned ? `, in the run of ${planned}` : ''}`
    }
    case 'in_run':
      return `In the pay run${planned ? ` of ${planned}` : ''}`
    case 'sent':
      return `Sent to your bank${day(done) ? ` on ${day(done)}` : ''}`
    case 'settled':
      return `With you${day(done) ? ` since ${day(done)}` : ''}`
  }
}

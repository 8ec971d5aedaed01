import { IconCheck } from '@tabler/icons-react'
import type { PaymentStep } from '#modules/payments/payability/contract.ts'
import { DateText } from '#web/ui/DateText.tsx'
import './PaymentSteps.css'

type PaymentStepsProps = Readonly<{ steps: readonly PaymentStep[] }>

/** From the submission to the bank: done steps with their date, "you are here", and what is still ahead. */
export const PaymentSteps = ({ steps }: PaymentStepsProps) => (
  <ol className="PaymentSteps">
    {steps.map((step) => (
      <li key={step.step} data-state={step.state} {...(step.state === 'here' ? { 'aria-current': 'step' } : {})}>
        <span className="PaymentSteps-mark" aria-hidden>
          {step.state === 'done' ? <IconCheck size={12} stroke={2.6} /> : null}
        </span>
        <span className="PaymentSteps-words">
          <span>
            {words[step.step][step.state === 'done' ? 'done' : 'ahead']}
            {step.state === 'done' && step.by !== null ? ` by ${step.by}` : ''}
          </span>
          <When step={step} />
        </span>
      </li>
    ))}
  </ol>
)

const words: Readonly<Record<PaymentStep['step'], Readonly<{ done: string; ahead: string }>>> = {
  submitted: { done: 'Submitted', ahead: 'Submit' },
  approved: { done: 'Approved', ahead: 'Approval' },
  scheduled: { done: 'Scheduled', ahead: 'Schedule' },
  in_run: { done: 'In the pay run', ahead: 'Pay run' },
  sent: { done: 'Sent to the bank', ahead: 'Sent to the bank' },
  settled: { done: 'Settled', ahead: 'Settled' },
}

const When = ({ step: { state, at, on } }: Readonly<{ step: PaymentStep }>) => {
  const day = on ?? at
  if (state === 'here') {
    return (
      <span className="PaymentSteps-here">
        {on === null ? (
          'This is where it is'
        ) : (
          <>
            This is where it is, planned for <DateText value={on} />
          </>
        )}
      </span>
    )
  }
  return day === null ? null : (
    <span className="PaymentSteps-when">
      {state === 'ahead' ? 'planned for ' : ''}
      <DateText value={day} />
    </span>
  )
}

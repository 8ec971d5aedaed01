import type { PayRunStatus } from '#modules/payments/contract.ts'
import type { Tone } from '#web/theme.ts'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** Until it is released, a run waits for one of us; from then on it is in motion. */
const tones: Readonly<Partial<Record<PayRunStatus, Tone>>> = {
  open: 'waiting',
  locked: 'waiting',
  approved: 'waiting',
}
const labels: Readonly<Partial<Record<PayRunStatus, string>>> = {
  locked: 'Waits for approval',
  approved: 'Waits for release',
  exported: 'Released',
}

export const PayRunState = ({ status }: Readonly<{ status: PayRunStatus }>) => {
  const tone = tones[status]
  const label = labels[status]
  return <StateBadge state={status} {...(tone ? { tone } : {})} {...(label ? { label } : {})} />
}

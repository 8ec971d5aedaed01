import type { PaymentRow } from '#modules/payments/contract.ts'
import { StateBadge } from '#web/ui/StateBadge.tsx'

export const PaymentState = ({ payment }: Readonly<{ payment: PaymentRow }>) =>
  payment.status === 'returned' ? (
    <StateBadge
      state="returned"
      tone="blocked"
      label={payment.returnCode === null ? 'Came back' : `Came back, ${payment.returnCode}`}
    />
  ) : (
    <StateBadge state={payment.status} />
  )

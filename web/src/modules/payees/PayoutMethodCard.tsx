import type { ReactNode } from 'react'
import type { PayoutMethodView } from '#modules/payees/contract.ts'
import type { Tone } from '#web/theme.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type PayoutMethodCardProps = Readonly<{ method: PayoutMethodView; title: string; children?: ReactNode }>

/** A bank account as its owner sees it: the last four digits, where the check stands, and until when it is held. */
export const PayoutMethodCard = ({ method, title, children }: PayoutMethodCardProps) => (
  <Section title={title} actions={<MyMethodState method={method} />}>
    <FactList
      facts={[
        { label: 'Account', value: <AccountName method={method} /> },
        { label: 'Holder', value: method.holderName },
        { label: 'Named', value: <DateText value={method.requestedAt} /> },
        ...(method.verifiedAt ? [{ label: 'Checked', value: <DateText value={method.verifiedAt} /> }] : []),
        ...(method.holdUntil ? [{ label: 'Held until', value: <DateText value={method.holdUntil} /> }] : []),
        ...(method.reason === null ? [] : [{ label: 'Why', value: method.reason }]),
      ]}
    />
    {children}
  </Section>
)

export const AccountName = ({ method: { kind, accountType, last4 } }: Pick<PayoutMethodCardProps, 'method'>) => (
  <span className="numbers">
    {kind === 'iban' ? 'IBAN' : accountType === 'savings' ? 'Savings' : 'Checking'} •••• {last4}
  </span>
)

type Said = Readonly<{ label: string; tone: Tone }>

const said: Readonly<Partial<Record<PayoutMethodView['status'], Said>>> = {
  requested: { label: 'Being checked', tone: 'moving' },
  pending_verification: { label: 'Being checked', tone: 'moving' },
  verified: { label: 'Checked', tone: 'moving' },
  cooling_off: { label: 'On hold', tone: 'moving' },
  active: { label: 'You are paid here', tone: 'done' },
}

const MyMethodState = ({ method: { status } }: Pick<PayoutMethodCardProps, 'method'>) => (
  <StateBadge state={status} {...said[status]} />
)

/** Not active yet, and not given up. */
export const isUnderWay = ({ status }: PayoutMethodView): boolean =>
  status === 'requested' || status === 'pending_verification' || status === 'verified' || status === 'cooling_off'

import type { AgreementStatus } from '#modules/agreements/contract.ts'
import type { Tone } from '#web/theme.ts'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type Said = Readonly<{ label: string; tone: Tone }>

/** What a state means to the one who was asked to sign: what is sent waits for them. */
const said: Readonly<Partial<Record<AgreementStatus, Said>>> = {
  sent: { label: 'Waits for you', tone: 'waiting' },
  viewed: { label: 'Waits for you', tone: 'waiting' },
  partially_signed: { label: 'Signed by you', tone: 'moving' },
  completed: { label: 'Signed by all', tone: 'done' },
}

export const MyAgreementState = ({ status }: Readonly<{ status: AgreementStatus }>) => (
  <StateBadge state={status} {...said[status]} />
)

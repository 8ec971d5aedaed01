import { Button, Group } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import {
  type PayoutMethodView,
  revealPayoutMethod,
  type StaffPayeeView,
  viewPayee,
} from '#modules/payees/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'
import { linesOfAddress } from '#web/lib/linesOfAddress.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { RejectMethod, VerifyMethod } from '#web/modules/payees/MethodDecisions.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { MaskedValue } from '#web/ui/MaskedValue.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type Payee = z.output<typeof StaffPayeeView>

/** Who is paid for a contractor, and to which account; the one that waits for a check comes first. */
export const ContractorPayee = ({ contractor }: OfContractor) => {
  const { data, error, refetch } = useView(viewPayee, { contractorId: contractor.id })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={4} label="Loading the payee" shape="lines" />
  if (!data.payee) {
    return (
      <Section flush>
        <EmptyState icon={IconBuildingBank} title="Nobody is named to be paid yet">
          {contractor.displayName} says so in the portal, as a part of the onboarding.
        </EmptyState>
      </Section>
    )
  }
  const { payee } = data
  return (
    <>
      {payee.payoutMethods.map((method) => (
        <Method key={method.id} method={method} payee={payee} />
      ))}
      {payee.payoutMethods.length === 0 ? (
        <Section title="Bank account">No account is named yet. Nothing can be paid before one is.</Section>
      ) : null}
      <Section title="Legally paid">
        <FactList
          facts={[
            { label: 'Legal name', value: payee.legalName },
            { label: 'Kind', value: payee.kind === 'person' ? 'Person' : 'Company' },
            { label: 'Address', value: linesOfAddress(payee.address).join(', ') },
          ]}
        />
      </Section>
    </>
  )
}

const Method = ({ method, payee }: Readonly<{ method: PayoutMethodView; payee: Payee }>) => {
  const { person } = useSession()
  const [asked, setAsked] = useState<'verify' | 'reject'>()
  const isWaiting = method.status === 'requested' || method.status === 'pending_verification'
  const mayVerify = payee.can.verify && method.requestedBy !== person.id
  const close = () => setAsked(undefined)
  return (
    <Section
      title={method.isChange ? 'Change of the bank account' : 'Bank account'}
      actions={<StateBadge state={method.status} />}
    >
      <MethodFacts method={method} payee={payee} />
      {isWaiting && mayVerify ? (
        <Group gap="xs" mt="md">
          <Button onClick={() => setAsked('verify')}>Confirm the account</Button>
          <Button variant="default" onClick={() => setAsked('reject')}>
            Refuse it
          </Button>
        </Group>
      ) : null}
      {method.status === 'active' && mayVerify ? (
        <Button variant="default" size="xs" mt="md" onClick={() => setAsked('verify')}>
          Confirm it once more
        </Button>
      ) : null}
      <VerifyMethod method={method} opened={asked === 'verify'} onClose={close} />
      <RejectMethod method={method} opened={asked === 'reject'} onClose={close} />
    </Section>
  )
}

const MethodFacts = ({ method, payee }: Readonly<{ method: PayoutMethodView; payee: Payee }>) => {
  const revealing = useCommand(revealPayoutMethod, ['audit'])
  const { id: payoutMethodId, kind, last4 } = method
  const label = kind === 'iban' ? 'IBAN' : 'Account number'
  const show = async (reason: string) => (await revealing.mutateAsync({ payoutMethodId, reason })).accountNumber
  return (
    <FactList
      facts={[
        { label: 'Holder', value: method.holderName },
        {
          label,
          value: (
            <MaskedValue label={label} masked={`•••• ${last4}`} {...(payee.can.reveal ? { onReveal: show } : {})} />
          ),
        },
        kind === 'iban'
          ? { label: 'BIC', value: method.bic }
          : { label: 'Routing number', value: <span className="numbers">{method.routingNumber}</span> },
        { label: 'Currency', value: method.currency },
        { label: 'Named', value: <DateText value={method.requestedAt} /> },
        ...(method.verifiedAt ? [{ label: 'Confirmed', value: <DateText value={method.verifiedAt} /> }] : []),
        ...(method.verifiedHow === null ? [] : [{ label: 'How', value: method.verifiedHow }]),
        ...(method.holdUntil ? [{ label: 'Held until', value: <DateText value={method.holdUntil} /> }] : []),
        ...(method.reason === null ? [] : [{ label: 'Why', value: method.reason }]),
      ]}
    />
  )
}

import { Button, Group } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { listPayoutMethods, type StaffPayoutMethodRow } from '#modules/payees/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { RejectMethod, VerifyMethod } from '#web/modules/payees/MethodDecisions.tsx'
import { AccountName } from '#web/modules/payees/PayoutMethodCard.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import './BankAccountsPage.css'

/** Bank accounts that nobody is paid to yet: those that a second person has to confirm, and changes that are held. */
export const BankAccountsPage = () => {
  const waiting = usePages(listPayoutMethods, { status: ['pending_verification'], limit: 50 })
  const held = usePages(listPayoutMethods, { status: ['cooling_off'], limit: 50 })
  return (
    <>
      <PageHeader
        title="Bank accounts"
        subtitle="A second person confirms every account before anybody is paid to it"
      />
      <Section flush title="To confirm" description="The oldest first. Call on a number you knew before.">
        <PagedRows
          noun="bank accounts"
          pages={waiting}
          row={(method) => (
            <MethodRow key={method.id} method={method}>
              <Decide method={method} />
            </MethodRow>
          )}
          empty={
            <EmptyState icon={IconBuildingBank} title="No bank account waits to be confirmed">
              Contractors name the account they are paid to in the portal; each one comes by here.
            </EmptyState>
          }
        />
      </Section>
      <Section
        flush
        title="Held"
        description="Confirmed changes wait 72 hours, so that whoever was paid before can object. They end by themselves."
      >
        <PagedRows
          noun="held bank accounts"
          pages={held}
          row={(method) => (
            <MethodRow key={method.id} method={method}>
              <span className="BankAccountsPage-until">
                Held until <DateText value={method.holdUntil} />
              </span>
            </MethodRow>
          )}
          empty={<p className="BankAccountsPage-none">No change is held at the moment.</p>}
        />
      </Section>
    </>
  )
}

type OfMethod = Readonly<{ method: StaffPayoutMethodRow }>

const MethodRow = ({ method, children }: OfMethod & Readonly<{ children: ReactNode }>) => {
  const { here } = useSession()
  const { contractorId, contractorName, legalName, isChange, requestedAt, sharedWith } = method
  const payee: string = `${pathIn(here.slug, `contractors/${contractorId}`)}?tab=payee`
  return (
    <Row
      title={
        <Link to={payee} className="BankAccountsPage-who">
          {contractorName}
        </Link>
      }
      detail={
        <span className="BankAccountsPage-facts">
          <span>
            {isChange ? 'Change to ' : 'First account: '}
            <AccountName method={method} /> of {legalName}, named <DateText value={requestedAt} />
          </span>
          {sharedWith.length > 0 ? (
            <span className="BankAccountsPage-shared">The same account is used by {sharedWith.join(', ')}</span>
          ) : null}
        </span>
      }
    >
      {children}
    </Row>
  )
}

const Decide = ({ method }: OfMethod) => {
  const [asked, setAsked] = useState<'verify' | 'reject'>()
  const close = () => setAsked(undefined)
  const { contractorName, can } = method
  if (!can.verify) return <span className="BankAccountsPage-until">Waits for somebody in finance or legal</span>
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          aria-label={`Refuse the account of ${contractorName}`}
          onClick={() => setAsked('reject')}
        >
          Refuse
        </Button>
        <Button size="xs" aria-label={`Confirm the account of ${contractorName}`} onClick={() => setAsked('verify')}>
          Confirm
        </Button>
      </Group>
      <VerifyMethod method={method} opened={asked === 'verify'} onClose={close} />
      <RejectMethod method={method} opened={asked === 'reject'} onClose={close} />
    </>
  )
}

import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuildingBank } from '@tabler/icons-react'
import { useState } from 'react'
import { cancelPayoutMethod, type PayeeView, type PayoutMethodView, viewMyPayee } from '#modules/payees/contract.ts'
import { PapersTabs } from '#web/app/PapersTabs.tsx'
import { linesOfAddress } from '#web/lib/linesOfAddress.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { BankAccountForm } from '#web/modules/payees/BankAccountForm.tsx'
import { MyPayeeForm } from '#web/modules/payees/MyPayeeForm.tsx'
import { AccountName, isUnderWay, PayoutMethodCard } from '#web/modules/payees/PayoutMethodCard.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Who is paid, and to which account. */
export const MyPayoutPage = () => {
  const { data, error, refetch } = useView(viewMyPayee, {})
  return (
    <>
      <PapersTabs />
      <PageHeader title="How you are paid" subtitle="The account your money goes to." />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <SkeletonList rows={3} label="Loading your account" shape="lines" /> : null}
      {data?.payee === null ? (
        <Section title="Who is paid?" description="Say this first; the bank account comes next.">
          <MyPayeeForm payee={null} />
        </Section>
      ) : null}
      {data?.payee ? <Payee payee={data.payee} /> : null}
    </>
  )
}

const Payee = ({ payee }: Readonly<{ payee: PayeeView }>) => {
  const [isNaming, naming] = useDisclosure()
  const [isChanging, changing] = useDisclosure()
  const active = payee.payoutMethods.find(({ status }) => status === 'active')
  const coming = payee.payoutMethods.find(isUnderWay)
  return (
    <>
      {active ? <PayoutMethodCard method={active} title="You are paid to" /> : null}
      {coming ? <Coming method={coming} replaces={active} /> : null}
      {!active && !coming && !isNaming ? (
        <Section flush>
          <EmptyState
            icon={IconBuildingBank}
            title="Your bank account will be here"
            action={<Button onClick={naming.open}>Add your bank account</Button>}
          >
            Only its last four digits are ever shown.
          </EmptyState>
        </Section>
      ) : null}
      {active && !coming && !isNaming ? (
        <Button variant="default" onClick={naming.open}>
          Change the bank account
        </Button>
      ) : null}
      {isNaming && !coming ? (
        <NewAccount payee={payee} isChange={active !== undefined} onDone={naming.close} />
      ) : null}
      <Section
        title="Who is paid"
        actions={
          <Button variant="default" size="xs" onClick={changing.toggle} aria-expanded={isChanging}>
            {isChanging ? 'Leave it' : 'Change'}
          </Button>
        }
      >
        {isChanging ? <MyPayeeForm payee={payee} onDone={changing.close} /> : <WhoIsPaid payee={payee} />}
      </Section>
    </>
  )
}

const WhoIsPaid = ({ payee }: Readonly<{ payee: PayeeView }>) => (
  <FactList
    facts={[
      { label: 'Legal name', value: payee.legalName },
      { label: 'Kind', value: payee.kind === 'person' ? 'Person' : 'Company' },
      { label: 'Address', value: linesOfAddress(payee.address).map((line) => <div key={line}>{line}</div>) },
    ]}
  />
)

type NewAccountProps = Readonly<{ payee: PayeeView; isChange: boolean; onDone: () => void }>

const NewAccount = ({ payee, isChange, onDone }: NewAccountProps) => (
  <Section title={isChange ? 'The new account' : 'Your bank account'}>
    <Stack gap="md">
      {isChange ? (
        <Text size="sm">
          We ask you to confirm that it is you, tell your address on file, and a second person calls you on a number
          known from before. After that the new account is held for 72 hours. Until then you are paid to the old one.
        </Text>
      ) : null}
      <BankAccountForm
        holderName={payee.legalName}
        country={payee.address.country}
        act={isChange ? 'Change the bank account' : 'Save the bank account'}
        onDone={onDone}
      />
      <Button variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
    </Stack>
  </Section>
)

type ComingProps = Readonly<{ method: PayoutMethodView; replaces: PayoutMethodView | undefined }>

const Coming = ({ method, replaces }: ComingProps) => {
  const cancelling = useCommand(cancelPayoutMethod, ['payees', 'onboarding'])
  const [isAsking, setIsAsking] = useState(false)
  const { id: payoutMethodId, version } = method
  const cancel = () => cancelling.mutate({ payoutMethodId, version }, { onSuccess: () => setIsAsking(false) })
  return (
    <PayoutMethodCard method={method} title={replaces ? 'The change you asked for' : 'Your bank account'}>
      <Stack gap="sm" mt="md" align="flex-start">
        <Text size="sm">{nextStep(method)}</Text>
        <Button variant="default" size="xs" onClick={() => setIsAsking(true)}>
          {replaces ? 'Take the change back' : 'Take it back'}
        </Button>
      </Stack>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="Take this account back?"
        confirm="Take it back"
        onConfirm={cancel}
        pending={cancelling.isPending}
        problem={cancelling.error}
      >
        {replaces ? (
          <>
            You go on being paid to <AccountName method={replaces} />.
          </>
        ) : (
          'Nothing can be paid until you name an account again.'
        )}
      </ConfirmDialog>
    </PayoutMethodCard>
  )
}

const nextStep = ({ status, isChange }: PayoutMethodView): string => {
  if (status === 'cooling_off') return 'It was checked with you and is held for 72 hours before it is used.'
  if (isChange) return 'Somebody calls you on a number known from before. Then the account is held for 72 hours.'
  return 'A second person checks it with you before the first payment.'
}

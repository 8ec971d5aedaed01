import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { changeEin, type LegalEntityView, revealAccount, revealEin } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { AccountDialog } from '#web/modules/organizations/AccountDialog.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { MaskedValue } from '#web/ui/MaskedValue.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type OfEntity = Readonly<{ entity: LegalEntityView }>

/** The sealed numbers of a legal entity: masked, and shown whole to whoever says why. */
export const LegalEntityNumbers = ({ entity }: OfEntity) => (
  <>
    <EinSection entity={entity} />
    <AccountSection entity={entity} />
  </>
)

const EinSection = ({ entity }: OfEntity) => {
  const { id: legalEntityId, einLast4, can } = entity
  const revealing = useCommand(revealEin, ['audit'])
  const [isChanging, changing] = useDisclosure()
  const show = async (reason: string) => hyphenated((await revealing.mutateAsync({ legalEntityId, reason })).ein)
  return (
    <Section
      title="EIN"
      description="Stands on tax forms and, as a rule, in bank files."
      actions={
        can.change ? (
          <Button variant="default" size="xs" flex="none" onClick={changing.open} aria-label="Change the EIN">
            {einLast4 === null ? 'Add' : 'Change'}
          </Button>
        ) : undefined
      }
    >
      {einLast4 === null ? (
        'None is on file.'
      ) : (
        <MaskedValue
          label="Employer number"
          masked={`••-•••${einLast4}`}
          {...(can.reveal ? { onReveal: show } : {})}
        />
      )}
      <Modal opened={isChanging} onClose={changing.close} title="EIN">
        <EinForm entity={entity} onDone={changing.close} />
      </Modal>
    </Section>
  )
}

const hyphenated = (ein: string): string => `${ein.slice(0, 2)}-${ein.slice(2)}`

const EinForm = ({ entity, onDone }: OfEntity & Readonly<{ onDone: () => void }>) => {
  const { id: legalEntityId, version } = entity
  const form = useCommandForm(changeEin, {
    initial: { ein: '' },
    inputFrom: (values) => ({ ...values, legalEntityId, version }),
    refreshes: ['organizations', 'audit'],
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="EIN"
          description="Nine digits from the letter of the IRS. From then on only the last four are shown."
          placeholder="12-3456789"
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('ein')}
        />
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Put it down
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const AccountSection = ({ entity }: OfEntity) => {
  const { id: legalEntityId, account, can } = entity
  const revealing = useCommand(revealAccount, ['audit'])
  const [isChanging, changing] = useDisclosure()
  const show = async (reason: string) => (await revealing.mutateAsync({ legalEntityId, reason })).accountNumber
  return (
    <Section
      title="Bank account"
      description="Where the money of your pay runs comes from."
      actions={
        can.changeAccount ? (
          <Button
            variant="default"
            size="xs"
            flex="none"
            onClick={changing.open}
            aria-label="Change the bank account"
          >
            {account === null ? 'Add' : 'Change'}
          </Button>
        ) : undefined
      }
    >
      {account === null ? (
        'None is on file. Without one no bank file can be made.'
      ) : (
        <FactList
          facts={[
            { label: 'Bank', value: account.bankName },
            account.kind === 'us'
              ? { label: 'Routing number', value: account.routingNumber }
              : { label: 'BIC', value: account.bic },
            {
              label: account.kind === 'us' ? 'Account number' : 'IBAN',
              value: (
                <MaskedValue
                  label={account.kind === 'us' ? 'Account number' : 'IBAN'}
                  masked={`•••• ${account.last4}`}
                  {...(can.reveal ? { onReveal: show } : {})}
                />
              ),
            },
          ]}
        />
      )}
      <AccountDialog opened={isChanging} onClose={changing.close} entity={entity} />
    </Section>
  )
}

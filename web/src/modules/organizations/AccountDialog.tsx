import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { changeAccount, type LegalEntityView } from '#modules/organizations/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type AccountDialogProps = Readonly<{ opened: boolean; onClose: () => void; entity: LegalEntityView }>

/** The account a legal entity pays from. Typed whole each time: nothing of the one before is shown. */
export const AccountDialog = ({ opened, onClose, entity }: AccountDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={`The account ${entity.name} pays from`} size="lg">
    <AccountForm entity={entity} onDone={onClose} />
  </Modal>
)

const empty = { bankName: '', routingNumber: '', accountNumber: '', achCompanyId: '', iban: '', bic: '' }
type Typed = Readonly<{ account: typeof empty & Readonly<{ kind: 'us' | 'iban' }> }>

const sent = ({ account }: Typed) => {
  const { kind, bankName, routingNumber, accountNumber, achCompanyId, iban, bic } = account
  return kind === 'us'
    ? { kind, bankName, routingNumber, accountNumber, achCompanyId: achCompanyId.trim() || null }
    : { kind, bankName, iban, bic: bic.trim() || null }
}

type AccountFormProps = Readonly<{ entity: LegalEntityView; onDone: () => void }>

const AccountForm = ({ entity, onDone }: AccountFormProps) => {
  const { id: legalEntityId, version, address, einLast4 } = entity
  const initial: Typed = { account: { ...empty, kind: address.country === 'US' ? 'us' : 'iban' } }
  const form = useCommandForm(changeAccount, {
    initial,
    inputFrom: (typed: Typed) => ({ legalEntityId, version, account: sent(typed) }),
    refreshes: ['organizations', 'audit'],
    onDone,
  })
  const isUs = form.values.account.kind === 'us'
  const field = (name: keyof typeof empty) => ({ autoComplete: 'off', ...form.getInputProps(`account.${name}`) })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <SegmentedControl
          aria-label="Kind of account"
          data={[
            { value: 'us', label: 'United States' },
            { value: 'iban', label: 'IBAN' },
          ]}
          value={form.values.account.kind}
          onChange={(kind) => form.setFieldValue('account.kind', kind === 'us' ? 'us' : 'iban')}
        />
        <TextInput label="Bank" {...field('bankName')} />
        {isUs ? (
          <>
            <TextInput
              label="Routing number"
              description="Nine digits, as your bank gives it for ACH."
              inputMode="numeric"
              {...field('routingNumber')}
            />
            <TextInput label="Account number" inputMode="numeric" {...field('accountNumber')} />
            <TextInput
              label="ACH company id"
              description={
                einLast4 === null
                  ? 'Ten letters and digits from your bank. As a rule a 1 and the EIN.'
                  : 'Ten letters and digits from your bank. Left empty, it is a 1 and the EIN.'
              }
              {...field('achCompanyId')}
            />
          </>
        ) : (
          <>
            <TextInput label="IBAN" {...field('iban')} />
            <TextInput label="BIC" description="If your bank asks for it." {...field('bic')} />
          </>
        )}
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

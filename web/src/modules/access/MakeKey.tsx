import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createKey } from '#modules/access/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { RightsField } from '#web/modules/access/RightsField.tsx'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type MakeKeyProps = Readonly<{ opened: boolean; onClose: () => void; grantable: readonly string[] }>

/** Name, end and rights, then the key itself: it is shown this once and kept nowhere. */
export const MakeKey = ({ opened, onClose, grantable }: MakeKeyProps) => {
  const [token, setToken] = useState<string>()
  const close = () => {
    onClose()
    setToken(undefined)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={token === undefined ? 'Make a key' : 'Your new key'}
      size="lg"
      closeOnClickOutside={token === undefined}
    >
      {token === undefined ? (
        <MakeForm grantable={grantable} onMade={setToken} onCancel={close} />
      ) : (
        <ShownOnce token={token} onDone={close} />
      )}
    </Modal>
  )
}

const ends = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '180', label: 'In 180 days' },
  { value: '365', label: 'In a year' },
]

type MakeFormProps = Readonly<{
  grantable: readonly string[]
  onMade: (token: string) => void
  onCancel: () => void
}>

const MakeForm = ({ grantable, onMade, onCancel }: MakeFormProps) => {
  const form = useCommandForm(createKey, {
    initial: { name: '', expiresInDays: '90', scopes: [] as string[] },
    inputFrom: ({ expiresInDays, ...rest }) => ({ ...rest, expiresInDays: Number(expiresInDays) }),
    refreshes: ['access'],
    onDone: ({ token }) => onMade(token),
  })
  return (
    <DialogForm form={form} act="Make the key" onCancel={onCancel}>
      <TextInput
        label="Name"
        description="Of the program that will use it."
        placeholder="Ledger export"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select label="It ends" data={ends} {...form.getInputProps('expiresInDays')} />
      <RightsField rights={grantable} {...form.getInputProps('scopes')} />
    </DialogForm>
  )
}

const ShownOnce = ({ token, onDone }: Readonly<{ token: string; onDone: () => void }>) => (
  <Stack gap="md">
    <Text size="sm">
      You see it this once. Put it where the program keeps its secrets; who has it can do everything it was made for.
    </Text>
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Textarea
        aria-label="The key"
        readOnly
        autosize
        ff="monospace"
        value={token}
        style={{ flex: 1 }}
        onFocus={(event) => event.currentTarget.select()}
        autoFocus
      />
      <CopyButton text={token} label="Copy the key" />
    </Group>
    <Group justify="flex-end">
      <Button onClick={onDone}>I have kept it</Button>
    </Group>
  </Stack>
)

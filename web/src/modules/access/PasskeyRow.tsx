import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askDoor } from '#web/lib/askDoor.ts'
import { refresh } from '#web/lib/queries.ts'
import { useAttempt } from '#web/lib/useAttempt.ts'
import { useDoorForm } from '#web/lib/useDoorForm.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'
import type { Passkey } from '#web/modules/access/usePasskeys.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { Row } from '#web/ui/Rows.tsx'

type PasskeyProps = Readonly<{ passkey: Passkey }>

export const PasskeyRow = ({ passkey }: PasskeyProps) => {
  const [asked, setAsked] = useState<'rename' | 'remove'>()
  const name = passkey.name ?? 'Passkey'
  const close = () => setAsked(undefined)
  return (
    <Row
      title={name}
      detail={
        passkey.createdAt ? (
          <>
            Added <DateText value={new Date(passkey.createdAt)} />
          </>
        ) : undefined
      }
    >
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="xs" aria-label={`Rename ${name}`} onClick={() => setAsked('rename')}>
          Rename
        </Button>
        <Button variant="default" size="xs" aria-label={`Remove ${name}`} onClick={() => setAsked('remove')}>
          Remove
        </Button>
      </Group>
      <Modal opened={asked === 'rename'} onClose={close} title={`Rename ${name}`}>
        <Rename passkey={passkey} onDone={close} />
      </Modal>
      <Remove passkey={passkey} opened={asked === 'remove'} onClose={close} />
    </Row>
  )
}

const Rename = ({ passkey: { id, name }, onDone }: PasskeyProps & Readonly<{ onDone: () => void }>) => {
  const form = useDoorForm('/passkey/update-passkey', { initial: { id, name: name ?? '' }, onDone })
  return (
    <DialogForm form={form} act="Rename" onCancel={onDone}>
      <TextInput label="Name" autoComplete="off" maxLength={80} data-autofocus {...form.getInputProps('name')} />
    </DialogForm>
  )
}

type RemoveProps = PasskeyProps & Readonly<{ opened: boolean; onClose: () => void }>

const Remove = ({ passkey: { id, name }, opened, onClose }: RemoveProps) => {
  const client = useQueryClient()
  const stepUp = useStepUp()
  const { run, pending, problem } = useAttempt()
  const remove = () =>
    void run(async () => {
      await withStepUp(stepUp, () => askDoor('/passkey/delete-passkey', { id }))
      onClose()
      await refresh(client, ['access'])
    })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Remove ${name ?? 'this passkey'}?`}
      confirm="Remove the passkey"
      tone="danger"
      onConfirm={remove}
      pending={pending}
      problem={problem ?? null}
    >
      It no longer lets anybody in here. The device may go on offering it until you delete it there, too.
    </ConfirmDialog>
  )
}

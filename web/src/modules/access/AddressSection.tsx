import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { changeMyAddress, keepMyAddress, myAddress, type WaitingAddress } from '#modules/access/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

/** The one address of a person: they sign in with it, and mail goes there. */
export const AddressSection = () => {
  const { data, error, refetch } = useView(myAddress, {})
  const [isChanging, changing] = useDisclosure()
  return (
    <Section title="E-mail address" description="You sign in with it, and everything we write to you goes there.">
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data ? (
        <Stack gap="md" align="flex-start">
          <Text size="sm">{data.email}</Text>
          {data.waiting ? <Waiting waiting={data.waiting} email={data.email} /> : null}
          <Button variant="default" onClick={changing.open}>
            Change the address
          </Button>
        </Stack>
      ) : null}
      <Modal opened={isChanging} onClose={changing.close} title="Change the address">
        <ChangeAddress onDone={changing.close} />
      </Modal>
    </Section>
  )
}

type WaitingProps = Readonly<{ waiting: WaitingAddress; email: string }>

/** It may have been the company or a stranger who asked: keeping the old one is one press away. */
const Waiting = ({ waiting, email }: WaitingProps) => {
  const keep = useCommand(keepMyAddress, ['access'])
  return (
    <Stack gap="xs" align="flex-start" role="status">
      <Text size="sm">
        {waiting.email} is to take its place. Open the link we sent there, at the latest{' '}
        <DateText value={new Date(waiting.expiresAt)} />. Until then {email} stays in force.
      </Text>
      <ProblemNote problem={keep.error} />
      <Group gap="xs">
        <Button variant="default" size="xs" loading={keep.isPending} onClick={() => keep.mutate({})}>
          Keep {email}
        </Button>
      </Group>
    </Stack>
  )
}

const ChangeAddress = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const form = useCommandForm(changeMyAddress, {
    initial: { email: '' },
    inputFrom: ({ email }) => ({ email }),
    refreshes: ['access'],
    onDone: () => {
      notifications.show({ message: 'Look into the mailbox of the new address: a link there makes the change.' })
      onDone()
    },
  })
  return (
    <DialogForm form={form} act="Change the address" onCancel={onDone}>
      <TextInput
        label="New e-mail address"
        description="We send a link there, and tell the address you have now."
        type="email"
        autoComplete="email"
        data-autofocus
        {...form.getInputProps('email')}
      />
    </DialogForm>
  )
}

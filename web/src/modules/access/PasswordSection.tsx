import { Button, Modal, PasswordInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useSession } from '#web/app/session.ts'
import { useDoorForm } from '#web/lib/useDoorForm.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { Section } from '#web/ui/Section.tsx'

export const PasswordSection = () => {
  const { person } = useSession()
  const [isChanging, changing] = useDisclosure()
  return (
    <Section title="Password" description={`You sign in as ${person.email}.`}>
      <Button variant="default" onClick={changing.open}>
        Change the password
      </Button>
      <Modal opened={isChanging} onClose={changing.close} title="Change the password">
        <ChangePassword onDone={changing.close} />
      </Modal>
    </Section>
  )
}

const ChangePassword = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const form = useDoorForm('/change-password', {
    initial: { currentPassword: '', newPassword: '' },
    onDone: () => {
      notifications.show({ message: 'Your password is changed. Every other device is signed out.' })
      onDone()
    },
  })
  return (
    <DialogForm form={form} act="Change the password" onCancel={onDone}>
      <PasswordInput
        label="The password you have now"
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('currentPassword')}
      />
      <PasswordInput
        label="New password"
        description="At least 15 characters; a few words do well. Every other device is signed out."
        autoComplete="new-password"
        {...form.getInputProps('newPassword')}
      />
    </DialogForm>
  )
}

import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '#web/app/session.ts'
import { useDoorForm } from '#web/lib/useDoorForm.ts'
import { backupCodesIn, KeepBackupCodes } from '#web/modules/access/BackupCodes.tsx'
import { TurnOnTwoFactor } from '#web/modules/access/TurnOnTwoFactor.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type Asked = 'turn-on' | 'turn-off' | 'new-codes'

const titles: Readonly<Record<Asked, string>> = {
  'turn-on': 'Turn the second step on',
  'turn-off': 'Turn the second step off?',
  'new-codes': 'Make new backup codes?',
}

/** A code from an app beside the password. While it is on, that code is also how somebody confirms that it is them. */
export const TwoFactorSection = () => {
  const { person } = useSession()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  return (
    <Section
      title="Second step"
      description="After the password, a code from an authenticator app on your phone."
      actions={<StateBadge state={person.twoFactor ? 'on' : 'off'} />}
    >
      <Group gap="xs">
        {person.twoFactor ? (
          <>
            <Button variant="default" onClick={() => setAsked('new-codes')}>
              Make new backup codes
            </Button>
            <Button variant="default" onClick={() => setAsked('turn-off')}>
              Turn it off
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked('turn-on')}>Turn it on</Button>
        )}
      </Group>
      <Modal
        opened={asked !== undefined}
        onClose={close}
        title={asked && titles[asked]}
        closeOnClickOutside={asked === 'turn-off'}
      >
        {asked === 'turn-on' ? <TurnOnTwoFactor onDone={close} /> : null}
        {asked === 'turn-off' ? <TurnOff onDone={close} /> : null}
        {asked === 'new-codes' ? <NewCodes onDone={close} /> : null}
      </Modal>
    </Section>
  )
}

type Done = Readonly<{ onDone: () => void }>

const TurnOff = ({ onDone }: Done) => {
  const form = useDoorForm('/two-factor/disable', { initial: { password: '' }, onDone })
  return (
    <DialogForm form={form} act="Turn it off" tone="danger" onCancel={onDone}>
      <Text size="sm">
        From then on the password alone lets you in. The backup codes you kept stop working. We tell you by mail.
      </Text>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </DialogForm>
  )
}

const NewCodes = ({ onDone }: Done) => {
  const [codes, setCodes] = useState<readonly string[]>()
  const form = useDoorForm('/two-factor/generate-backup-codes', {
    initial: { password: '' },
    onDone: (answer) => setCodes(backupCodesIn(answer)),
  })
  if (codes) return <KeepBackupCodes codes={codes} onDone={onDone} />
  return (
    <DialogForm form={form} act="Make new backup codes" onCancel={onDone}>
      <Text size="sm">You get ten new codes. Those you have stop working.</Text>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </DialogForm>
  )
}

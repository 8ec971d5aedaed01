import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useDoorForm } from '#web/lib/useDoorForm.ts'
import { backupCodesIn, KeepBackupCodes } from '#web/modules/access/BackupCodes.tsx'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { QrCode } from '#web/ui/QrCode.tsx'

type Done = Readonly<{ onDone: () => void }>
type Begun = Readonly<{ address: string; codes: readonly string[] }>

const Answer = z.object({ totpURI: z.string() })

/** Password, then the picture for the app and a first code from it, then the codes to keep. Nothing is on before that code. */
export const TurnOnTwoFactor = ({ onDone }: Done) => {
  const [begun, setBegun] = useState<Begun>()
  const [isOn, setIsOn] = useState(false)
  if (!begun) return <Begin onBegun={setBegun} onCancel={onDone} />
  if (!isOn) return <FirstCode address={begun.address} onOn={() => setIsOn(true)} onCancel={onDone} />
  return <KeepBackupCodes codes={begun.codes} onDone={onDone} />
}

type BeginProps = Readonly<{ onBegun: (begun: Begun) => void; onCancel: () => void }>

const Begin = ({ onBegun, onCancel }: BeginProps) => {
  const form = useDoorForm('/two-factor/enable', {
    initial: { password: '' },
    onDone: (answer) => onBegun({ address: Answer.parse(answer).totpURI, codes: backupCodesIn(answer) }),
  })
  return (
    <DialogForm form={form} act="Continue" onCancel={onCancel}>
      <Text size="sm">Have your phone at hand, with an authenticator app on it. Any of them will do.</Text>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </DialogForm>
  )
}

type FirstCodeProps = Readonly<{ address: string; onOn: () => void; onCancel: () => void }>

const FirstCode = ({ address, onOn, onCancel }: FirstCodeProps) => {
  const form = useDoorForm('/two-factor/verify-totp', { initial: { code: '' }, onDone: onOn })
  const secret = new URL(address).searchParams.get('secret') ?? ''
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <Text size="sm">Scan this with the app, then write the six digits that it shows.</Text>
        <QrCode text={address} label="The secret for your authenticator app" />
        <div>
          <Text size="sm" c="dimmed">
            You cannot scan it? Type this into the app instead:
          </Text>
          <Group gap={6} wrap="nowrap">
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {inFours(secret)}
            </Text>
            <CopyButton text={secret} label="Copy the secret" />
          </Group>
        </div>
        <TextInput
          label="Code from the app"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          autoFocus
          {...form.getInputProps('code')}
        />
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Turn it on
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Easier to type from a screen. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

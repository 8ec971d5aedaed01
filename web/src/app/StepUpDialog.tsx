import { Anchor, Button, Divider, Modal, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { me } from '#modules/access/contract.ts'
import { askDoor } from '#web/lib/askDoor.ts'
import { hasPasskeys, signInByPasskey } from '#web/lib/passkey.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { type Attempt, useAttempt } from '#web/lib/useAttempt.ts'
import { useView } from '#web/lib/useView.ts'
import { SignInForm } from '#web/modules/access/SignInForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type StepUpDialogProps = Readonly<{ problem: ProblemError; onClose: (confirmed: boolean) => void }>

/**
 * "Confirm that it is you", and, when the session itself has run out meanwhile, "sign in again". The page behind stays
 * as it is, so nothing typed is lost.
 */
export const StepUpDialog = ({ problem, onClose }: StepUpDialogProps) => {
  const isOver = problem.slug === 'unauthenticated'
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={isOver ? 'Sign in again' : 'Confirm that it is you'}
      size="sm"
      zIndex={1000}
    >
      {isOver ? <SignInForm onSignedIn={() => onClose(true)} /> : <Confirmation onConfirmed={() => onClose(true)} />}
    </Modal>
  )
}

const Confirmation = ({ onConfirmed }: Readonly<{ onConfirmed: () => void }>) => {
  const known = useView(me, {})
  const attempt = useAttempt()
  if (known.error) return <ProblemNote problem={known.error} />
  if (!known.data) return <Skeleton height={96} />
  const { twoFactor, passkeys } = known.data.person
  return (
    <Stack gap="md">
      <Proof byCode={twoFactor} attempt={attempt} onConfirmed={onConfirmed} />
      {passkeys > 0 && hasPasskeys() ? (
        <>
          <Divider label="or" />
          <Button
            variant="default"
            leftSection={<IconFingerprint size={17} aria-hidden />}
            onClick={() => void attempt.run(() => signInByPasskey().then(onConfirmed))}
          >
            Use a passkey
          </Button>
        </>
      ) : null}
    </Stack>
  )
}

type ProofProps = Readonly<{ byCode: boolean; attempt: Attempt; onConfirmed: () => void }>

const Proof = ({ byCode, attempt, onConfirmed }: ProofProps) => {
  const [said, setSaid] = useState('')
  const [isBackup, setIsBackup] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const byApp = isBackup ? { backupCode: said.trim() } : { code: said.trim() }
    void attempt.run(() => askDoor('/confirm', byCode ? byApp : { password: said }).then(onConfirmed))
  }
  const change = () => {
    setSaid('')
    setIsBackup(!isBackup)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {byCode ? (
          <CodeField key={String(isBackup)} isBackup={isBackup} value={said} onChange={setSaid} />
        ) : (
          <PasswordInput
            label="Your password"
            name="password"
            autoComplete="current-password"
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
            autoFocus
          />
        )}
        <ProblemNote problem={attempt.problem} />
        <Button type="submit" loading={attempt.pending} disabled={said === ''}>
          Confirm
        </Button>
        {byCode ? (
          <Anchor component="button" type="button" size="sm" onClick={change}>
            {isBackup ? 'Use the code from my app' : 'Use a backup code'}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  )
}

type CodeFieldProps = Readonly<{ isBackup: boolean; value: string; onChange: (value: string) => void }>

const CodeField = ({ isBackup, value, onChange }: CodeFieldProps) => (
  <TextInput
    label={isBackup ? 'Backup code' : 'Code from your authenticator app'}
    description={isBackup ? 'One of the ten codes you kept; each works once.' : undefined}
    name="code"
    inputMode={isBackup ? 'text' : 'numeric'}
    autoComplete={isBackup ? 'off' : 'one-time-code'}
    maxLength={40}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    autoFocus
  />
)

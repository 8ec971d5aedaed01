import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { askDoor } from '#web/lib/askDoor.ts'
import { hasPasskeys, signInByPasskey } from '#web/lib/passkey.ts'
import { type Attempt, useAttempt } from '#web/lib/useAttempt.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type SignInFormProps = Readonly<{ onSignedIn: () => void }>

/** Password, then the second factor where there is one; or a passkey, which is both. */
export const SignInForm = ({ onSignedIn }: SignInFormProps) => {
  const attempt = useAttempt()
  const [needsCode, setNeedsCode] = useState(false)
  if (needsCode) return <SecondFactor attempt={attempt} onSignedIn={onSignedIn} />
  return (
    <Stack gap="md">
      <PasswordStep attempt={attempt} onSignedIn={onSignedIn} onNeedsCode={() => setNeedsCode(true)} />
      {hasPasskeys() ? (
        <>
          <Divider label="or" />
          <Button
            variant="default"
            leftSection={<IconFingerprint size={17} aria-hidden />}
            onClick={() => void attempt.run(() => signInByPasskey().then(onSignedIn))}
          >
            Use a passkey
          </Button>
        </>
      ) : null}
    </Stack>
  )
}

type StepProps = SignInFormProps & Readonly<{ attempt: Attempt }>

const PasswordStep = ({ attempt, onSignedIn, onNeedsCode }: StepProps & Readonly<{ onNeedsCode: () => void }>) => {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt.run(async () => {
      const { twoFactorRedirect } = await askDoor('/sign-in/email', { email, password })
      if (twoFactorRedirect === true) onNeedsCode()
      else onSignedIn()
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemNote problem={attempt.problem} />
        <Button type="submit" loading={attempt.pending}>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}

/** The code of the app, or a backup code: what comes after a password or a link by mail. */
export const SecondFactor = ({ attempt, onSignedIn }: StepProps) => {
  const [code, setCode] = useState('')
  const [isBackup, setIsBackup] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const path = isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp'
    void attempt.run(() => askDoor(path, { code: code.trim() }).then(onSignedIn))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          key={String(isBackup)}
          label={isBackup ? 'Backup code' : 'Code from your authenticator app'}
          description={isBackup ? 'One of the ten codes you kept; each works once.' : 'Six digits.'}
          name="code"
          inputMode={isBackup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
        />
        <ProblemNote problem={attempt.problem} />
        <Button type="submit" loading={attempt.pending}>
          Continue
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => setIsBackup(!isBackup)}>
          {isBackup ? 'Use the code from my app' : 'I have lost my phone'}
        </Anchor>
      </Stack>
    </form>
  )
}

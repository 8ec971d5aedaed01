import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { resetPassword } from '#modules/access/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { askDoor } from '#web/lib/askDoor.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useAttempt } from '#web/lib/useAttempt.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { BackToSignIn } from '#web/modules/access/SignInLinkPage.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Asks for a link to choose a new password, and is where that link leads. */
export const ResetPasswordPage = () => {
  const [token] = useState(tokenInAddress)
  return token === '' ? <AskForReset /> : <ChoosePassword token={token} />
}

const ChoosePassword = ({ token }: Readonly<{ token: string }>) => {
  const [isDone, setIsDone] = useState(false)
  const form = useCommandForm(resetPassword, {
    initial: { password: '' },
    inputFrom: ({ password }) => ({ token, password }),
    refreshes: [],
    onDone: () => setIsDone(true),
  })
  if (isDone) {
    return (
      <PublicCard title="Your new password is set" beneath={<BackToSignIn />}>
        You are signed out everywhere. Sign in with the new password.
      </PublicCard>
    )
  }
  return (
    <PublicCard title="Choose a new password" beneath={<BackToSignIn />}>
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <PasswordInput
            label="New password"
            description="At least 15 characters; a few words do well."
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <ProblemNote problem={form.problem} />
          <Button type="submit" loading={form.pending}>
            Set the password
          </Button>
        </Stack>
      </form>
    </PublicCard>
  )
}

const AskForReset = () => {
  const { pending, problem, run } = useAttempt()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await askDoor('/request-password-reset', { email })
      setSentTo(email)
    })
  }
  if (sentTo !== undefined) {
    return (
      <PublicCard title="Look into your mail" beneath={<BackToSignIn />}>
        If {sentTo} signs in here, a link to choose a new password is on its way. It works for an hour.
      </PublicCard>
    )
  }
  return (
    <PublicCard title="Choose a new password" intro="We send a link to your address." beneath={<BackToSignIn />}>
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
          />
          <ProblemNote problem={problem} />
          <Button type="submit" loading={pending}>
            Send the link
          </Button>
        </Stack>
      </form>
    </PublicCard>
  )
}

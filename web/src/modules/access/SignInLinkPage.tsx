import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { askDoor } from '#web/lib/askDoor.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useAttempt } from '#web/lib/useAttempt.ts'
import { SecondFactor } from '#web/modules/access/SignInForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Asks for a sign-in link, and is where that link leads. */
export const SignInLinkPage = () => {
  const [token] = useState(tokenInAddress)
  return token === '' ? <AskForLink /> : <UseLink token={token} />
}

/** A button, because a mail scanner that follows the link must not use it up. */
const UseLink = ({ token }: Readonly<{ token: string }>) => {
  const attempt = useAttempt()
  const { pending, problem, run } = attempt
  const [needsCode, setNeedsCode] = useState(false)
  const navigate = useNavigate()
  const client = useQueryClient()
  const go = () => {
    client.clear()
    void navigate({ to: '/', replace: true })
  }
  const enter = () =>
    run(async () => {
      const { twoFactorRedirect } = await askDoor('/magic-link/verify', { token })
      if (twoFactorRedirect === true) setNeedsCode(true)
      else go()
    })
  if (needsCode) {
    return (
      <PublicCard
        title="One more step"
        intro="The link was right. Now your second factor."
        beneath={<BackToSignIn />}
      >
        <SecondFactor attempt={attempt} onSignedIn={go} />
      </PublicCard>
    )
  }
  return (
    <PublicCard title="Welcome back" intro="Your link is good for one sign-in." beneath={<BackToSignIn />}>
      <Stack gap="md">
        <ProblemNote problem={problem} />
        <Button loading={pending} onClick={() => void enter()}>
          Sign in
        </Button>
      </Stack>
    </PublicCard>
  )
}

const AskForLink = () => {
  const { pending, problem, run } = useAttempt()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await askDoor('/sign-in/magic-link', { email })
      setSentTo(email)
    })
  }
  if (sentTo !== undefined) {
    return (
      <PublicCard title="Look into your mail" beneath={<BackToSignIn />}>
        If {sentTo} signs in here, a link is on its way. It works for ten minutes.
      </PublicCard>
    )
  }
  return (
    <PublicCard title="Get a link by mail" intro="We send a link that signs you in." beneath={<BackToSignIn />}>
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

export const BackToSignIn = () => (
  <Anchor component={Link} to="/sign-in">
    Back to sign in
  </Anchor>
)

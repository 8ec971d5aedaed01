import { Anchor, Button, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { confirmMyAddress, viewAddressChange } from '#modules/access/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { call } from '#web/lib/call.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { asProblem, ProblemError } from '#web/lib/problem.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useAttempt } from '#web/lib/useAttempt.ts'
import { useView } from '#web/lib/useView.ts'
import { SignInForm } from '#web/modules/access/SignInForm.tsx'
import { BackToSignIn } from '#web/modules/access/SignInLinkPage.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Where the link leads that went to a new address. The link alone changes nothing: whoever opens it signs in, too. */
export const ConfirmAddressPage = () => {
  const [token] = useState(tokenInAddress)
  const { data, error } = useView(viewAddressChange, { token })
  const [isDone, setIsDone] = useState(false)
  if (error) {
    return (
      <PublicCard title="This link no longer works" beneath={<BackToSignIn />}>
        <ProblemNote problem={error} />
      </PublicCard>
    )
  }
  if (!data) return null
  if (isDone) return <Confirmed email={data.email} slug={data.organization.slug} />
  return (
    <PublicCard
      title="Confirm your address"
      intro={`${data.email} is to be your address with ${data.organization.name}, and the one you sign in with.`}
      beneath={<BackToSignIn />}
    >
      <Confirm token={token} slug={data.organization.slug} onDone={() => setIsDone(true)} />
    </PublicCard>
  )
}

/** What a sign-in mends: none, one that is not fresh, or somebody else's. */
const mendedBySignIn = ['unauthenticated', 'step-up-required', 'address-of-somebody-else', 'not-found']

type ConfirmProps = Readonly<{ token: string; slug: string; onDone: () => void }>

const Confirm = ({ token, slug, onDone }: ConfirmProps) => {
  const { pending, problem, run } = useAttempt()
  const client = useQueryClient()
  const [mustSignIn, setMustSignIn] = useState(false)
  const confirm = () =>
    run(async () => {
      try {
        await call(confirmMyAddress, { token }, { organization: slug })
        client.clear()
        onDone()
      } catch (thrown) {
        const refused = asProblem(thrown)
        if (!mendedBySignIn.includes(refused.slug)) throw refused
        setMustSignIn(true)
        if (mustSignIn || refused.slug === 'address-of-somebody-else') throw refused
      }
    })
  return (
    <Stack gap="md">
      <ProblemNote problem={problem ?? (mustSignIn ? signInFirst : null)} />
      {mustSignIn ? (
        <SignInForm onSignedIn={() => void confirm()} />
      ) : (
        <Button loading={pending} onClick={() => void confirm()}>
          Confirm this address
        </Button>
      )}
    </Stack>
  )
}

const signInFirst = new ProblemError({
  slug: 'sign-in-first',
  status: 0,
  title: 'Sign in with the address you have had so far, so that nobody else can change it.',
})

const Confirmed = ({ email, slug }: Readonly<{ email: string; slug: string }>) => (
  <PublicCard
    title="Your address is changed"
    beneath={
      <Anchor component={Link} to={pathIn(slug, '')}>
        Go on
      </Anchor>
    }
  >
    From now on you sign in with {email}, and mail goes there.
  </PublicCard>
)

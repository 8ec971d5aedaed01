import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { acceptInvitation, viewInvitation } from '#modules/access/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { useBrandOf } from '#web/app/useBrandOf.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { BackToSignIn } from '#web/modules/access/SignInLinkPage.tsx'
import { useEntry } from '#web/modules/access/useEntry.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Where an invitation to an organization leads. */
export const InvitationPage = () => {
  const [token] = useState(tokenInAddress)
  const invitation = useView(viewInvitation, { token }, { enabled: token !== '' })
  useBrandOf(invitation.data?.organization.slug)
  if (token === '' || invitation.error) {
    return (
      <PublicCard title="Your invitation" beneath={<BackToSignIn />}>
        {invitation.error ? (
          <ProblemNote problem={invitation.error} />
        ) : (
          'Open the link from your mail again: its last part is missing.'
        )}
      </PublicCard>
    )
  }
  if (!invitation.data) return <Skeleton className="Public-column" height={280} />
  return <Acceptance token={token} invitation={invitation.data} />
}

type AcceptanceProps = Readonly<{ token: string; invitation: z.output<typeof viewInvitation.output> }>

const Acceptance = ({ token, invitation }: AcceptanceProps) => {
  const { organization, email, hasSignIn } = invitation
  const enter = useEntry()
  const form = useCommandForm(acceptInvitation, {
    initial: { name: invitation.name, password: '' },
    inputFrom: ({ name, password }) => ({ token, name, ...(hasSignIn ? {} : { password }) }),
    refreshes: [],
    onDone: ({ slug }, { password }) => void enter({ email, password, next: `/${slug}` }),
  })
  return (
    <PublicCard title={`Join ${organization.name}`} intro={`You were invited as ${email}.`}>
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
          {hasSignIn ? null : (
            <PasswordInput
              label="Choose a password"
              description="At least 15 characters; a few words do well."
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
          )}
          <ProblemNote problem={form.problem} />
          <Button type="submit" loading={form.pending}>
            Join
          </Button>
        </Stack>
      </form>
    </PublicCard>
  )
}

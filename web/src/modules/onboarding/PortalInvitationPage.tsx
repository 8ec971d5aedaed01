import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { z } from 'zod'
import {
  acceptPortalInvitation,
  declinePortalInvitation,
  viewPortalInvitation,
} from '#modules/onboarding/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { useBrandOf } from '#web/app/useBrandOf.ts'
import { tokenInAddress } from '#web/lib/tokenInAddress.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { useEntry } from '#web/modules/access/useEntry.ts'
import { WhatAwaits } from '#web/modules/onboarding/WhatAwaits.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

/** Where the mail to a contractor leads: who invites, what awaits them, and the way in. */
export const PortalInvitationPage = () => {
  const [token] = useState(tokenInAddress)
  const invitation = useView(viewPortalInvitation, { token }, { enabled: token !== '' })
  useBrandOf(invitation.data?.organization.slug)
  if (token === '' || invitation.error) {
    return (
      <PublicCard title="Your invitation">
        {invitation.error ? (
          <ProblemNote problem={invitation.error} />
        ) : (
          'Open the link from your mail again: its last part is missing.'
        )}
      </PublicCard>
    )
  }
  if (!invitation.data) return <Skeleton className="Public-column" height={420} />
  return <Invitation token={token} invitation={invitation.data} />
}

type InvitationProps = Readonly<{ token: string; invitation: z.output<typeof viewPortalInvitation.output> }>

const Invitation = ({ token, invitation }: InvitationProps) => {
  const { organization, contractorName, legalEntityName, startsOn, message, expiresAt } = invitation
  const [declinedBy, setDeclinedBy] = useState<string>()
  if (declinedBy !== undefined) {
    return (
      <PublicCard title="You have declined">
        {declinedBy} knows why. There is nothing more to do; you can close this page.
      </PublicCard>
    )
  }
  return (
    <PublicCard
      title={`Hello ${contractorName}, work with ${organization.name}`}
      intro={
        <>
          {legalEntityName} invites you, to start on <DateText value={startsOn} />.
        </>
      }
      beneath={
        <>
          This invitation is for {invitation.email} and open until <DateText value={expiresAt} />.
        </>
      }
    >
      <Stack gap="lg">
        {message === '' ? null : <blockquote className="Invitation-message">{message}</blockquote>}
        <WhatAwaits stages={invitation.stages} minutes={invitation.minutes} />
        <Acceptance token={token} invitation={invitation} />
        <Refusal token={token} organizationName={organization.name} onDeclined={setDeclinedBy} />
      </Stack>
    </PublicCard>
  )
}

const Acceptance = ({ token, invitation }: InvitationProps) => {
  const { hasSignIn, contractorName, email } = invitation
  const enter = useEntry()
  const form = useCommandForm(acceptPortalInvitation, {
    initial: { name: contractorName, password: '' },
    inputFrom: ({ name, password }) => ({ token, name, ...(hasSignIn ? {} : { password }) }),
    refreshes: [],
    onDone: ({ slug }, { password }) => void enter({ email, password, next: `/${slug}/portal/onboarding` }),
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        {hasSignIn ? null : (
          <>
            {/* Password managers keep a password with the name that stands beside it. */}
            <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
            <PasswordInput
              label="Choose a password"
              description="At least 15 characters; a few words do well."
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
          </>
        )}
        <ProblemNote problem={form.problem} />
        <Button type="submit" size="md" loading={form.pending}>
          {hasSignIn ? 'Accept and sign in' : 'Accept and begin'}
        </Button>
      </Stack>
    </form>
  )
}

type RefusalProps = Readonly<{
  token: string
  organizationName: string
  onDeclined: (organizationName: string) => void
}>

const Refusal = ({ token, organizationName, onDeclined }: RefusalProps) => {
  const declining = useCommand(declinePortalInvitation, [])
  const [isAsking, asking] = useDisclosure()
  const decline = (reason: string) =>
    declining.mutate({ token, reason }, { onSuccess: (answer) => onDeclined(answer.organizationName) })
  return (
    <>
      <Button variant="subtle" color="gray" onClick={asking.open}>
        No, thank you
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={asking.close}
        title="Decline the invitation?"
        label="Why not?"
        confirm="Decline"
        tone="danger"
        pending={declining.isPending}
        problem={declining.error}
        onConfirm={decline}
      >
        The link stops working. {organizationName} reads your reason.
      </ReasonDialog>
    </>
  )
}

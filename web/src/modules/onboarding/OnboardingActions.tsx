import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { inviteAgain, type OnboardingView, showPortalLink, withdrawOnboarding } from '#modules/onboarding/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { InvitationLink } from '#web/modules/access/InvitationLink.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type OfOnboarding = Readonly<{ onboarding: OnboardingView }>

const refreshes = ['onboarding', 'directory', 'audit']

/** Send the invitation once more, or take everything back. */
export const OnboardingActions = ({ onboarding }: OfOnboarding) => (
  <>
    {onboarding.can.withdraw ? <Withdraw onboarding={onboarding} /> : null}
    <ShowLink onboarding={onboarding} />
    {onboarding.can.inviteAgain ? <InviteAgain onboarding={onboarding} /> : null}
  </>
)

const Withdraw = ({ onboarding }: OfOnboarding) => {
  const withdrawing = useCommand(withdrawOnboarding, refreshes)
  const [isAsking, asking] = useDisclosure()
  const { id: onboardingId, version, contractorName } = onboarding
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        Take it back
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={asking.close}
        title={`Take the onboarding of ${contractorName} back?`}
        label="Why?"
        confirm="Take it back"
        tone="danger"
        pending={withdrawing.isPending}
        problem={withdrawing.error}
        onConfirm={(reason) => withdrawing.mutate({ onboardingId, version, reason }, { onSuccess: asking.close })}
      >
        The link stops working and the engagement ends. {contractorName} is told.
      </ReasonDialog>
    </>
  )
}

const InviteAgain = ({ onboarding }: OfOnboarding) => {
  const inviting = useCommand(inviteAgain, refreshes)
  const [isAsking, asking] = useDisclosure()
  const { id: onboardingId, version, email } = onboarding
  return (
    <>
      <Button onClick={asking.open}>Invite again</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={asking.close}
        title="Send a new invitation?"
        confirm="Send the invitation"
        pending={inviting.isPending}
        problem={inviting.error}
        onConfirm={() => inviting.mutate({ onboardingId, version }, { onSuccess: asking.close })}
      >
        {email} gets a new link for another 14 days. The link before stops working.
      </ConfirmDialog>
    </>
  )
}

/** Stays while the dialog is open: once the link was shown, the button is gone. */
const ShowLink = ({ onboarding }: OfOnboarding) => {
  const showing = useCommand(showPortalLink, refreshes)
  const [isAsking, asking] = useDisclosure()
  const { id: onboardingId, contractorName, can } = onboarding
  const close = () => {
    asking.close()
    showing.reset()
  }
  return (
    <>
      {can.showLink ? (
        <Button variant="default" onClick={asking.open}>
          Show the link
        </Button>
      ) : null}
      <InvitationLink
        opened={isAsking}
        onClose={close}
        name={contractorName}
        link={showing.data}
        onShow={() => showing.mutate({ onboardingId })}
        pending={showing.isPending}
        problem={showing.error}
      />
    </>
  )
}

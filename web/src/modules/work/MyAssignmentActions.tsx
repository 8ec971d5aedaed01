import { Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Link } from '@tanstack/react-router'
import { type AssignmentView, acceptAssignment, billableStatuses, declineAssignment } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatDay } from '#web/lib/formatDate.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useNow } from '#web/lib/useNow.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type OfAssignment = Readonly<{ assignment: AssignmentView }>

/** Accept or decline an offer; once it goes on, invoice it. */
export const MyAssignmentActions = ({ assignment }: OfAssignment) => {
  const { here } = useSession()
  if (assignment.can.answer) {
    return (
      <Stack gap="sm">
        <AcceptButton assignment={assignment} />
        <DeclineButton assignment={assignment} />
      </Stack>
    )
  }
  if (!billableStatuses.includes(assignment.status) || here.modulesOff.includes('invoices')) return null
  return (
    <Button component={Link} to={`${pathIn(here.slug, 'portal/invoices/new')}?assignment=${assignment.id}`} size="lg">
      Write an invoice
    </Button>
  )
}

const AcceptButton = ({ assignment }: OfAssignment) => {
  const { id: assignmentId, version, title, startsOn } = assignment
  const { here } = useSession()
  const now = useNow()
  const [isAsking, dialog] = useDisclosure()
  const acceptance = useCommand(acceptAssignment, ['work'])
  const accept = () =>
    acceptance.mutate(
      { assignmentId, version },
      {
        onSuccess: () => {
          dialog.close()
          notifications.show({ message: `It is yours. ${here.name} knows.` })
        },
      },
    )
  return (
    <>
      <Button size="lg" onClick={dialog.open}>
        Accept
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Accept “${title}”?`}
        confirm="Accept"
        onConfirm={accept}
        pending={acceptance.isPending}
        problem={acceptance.error}
      >
        You agree to do this work for {priceWords(assignment)}, from {formatDay(startsOn, now)}. It binds both you and{' '}
        {here.name}.
      </ConfirmDialog>
    </>
  )
}

const DeclineButton = ({ assignment: { id: assignmentId, version, title } }: OfAssignment) => {
  const { here } = useSession()
  const [isAsking, dialog] = useDisclosure()
  const refusal = useCommand(declineAssignment, ['work'])
  return (
    <>
      <Button size="lg" variant="default" onClick={dialog.open}>
        Decline
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Decline “${title}”?`}
        label="A word on why, if you like"
        isOptional
        confirm="Decline"
        onConfirm={(reason) => refusal.mutate({ assignmentId, version, reason }, { onSuccess: dialog.close })}
        pending={refusal.isPending}
        problem={refusal.error}
      >
        {here.name} is told at once. They may offer you something else.
      </ReasonDialog>
    </>
  )
}

import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { type AssignmentView, moveAssignment, offerAssignment } from '#modules/work/contract.ts'
import { formatDay } from '#web/lib/formatDate.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useNow } from '#web/lib/useNow.ts'
import { type Move, movesOf } from '#web/modules/work/moves.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type AssignmentActionsProps = Readonly<{ assignment: AssignmentView; onChange: () => void }>

const madeOld = ['work', 'audit', 'directory']

/** Everything that can be done with an assignment now; what cannot be undone says what will happen. */
export const AssignmentActions = ({ assignment, onChange }: AssignmentActionsProps) => {
  const [asking, ask] = useState<Move>()
  const moves = movesOf(assignment)
  return (
    <>
      {moves.length > 0 ? <Moves moves={moves} onAsk={ask} /> : null}
      {assignment.can.change ? (
        <Button variant="default" onClick={onChange}>
          Change
        </Button>
      ) : null}
      {assignment.can.offer ? <OfferButton assignment={assignment} /> : null}
      <MoveDialog assignment={assignment} move={asking} onClose={() => ask(undefined)} />
    </>
  )
}

const Moves = ({ moves, onAsk }: Readonly<{ moves: readonly Move[]; onAsk: (move: Move) => void }>) => (
  <Menu>
    <Menu.Target>
      <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
        More
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {moves.map((move) => (
        <Menu.Item key={move.to} onClick={() => onAsk(move)} {...(move.tone === 'danger' ? { color: 'red' } : {})}>
          {move.act}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)

type OfAssignment = Readonly<{ assignment: AssignmentView }>

const OfferButton = ({ assignment }: OfAssignment) => {
  const { id: assignmentId, version, title, contractorName, answerBy } = assignment
  const offering = useCommand(offerAssignment, madeOld)
  const [isAsking, dialog] = useDisclosure()
  const now = useNow()
  const offer = () =>
    offering.mutate(
      { assignmentId, version },
      {
        onSuccess: () => {
          dialog.close()
          notifications.show({ message: `${contractorName} has the offer.` })
        },
      },
    )
  return (
    <>
      <Button onClick={dialog.open}>Offer it</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Offer “${title}” to ${contractorName}?`}
        confirm="Offer it"
        onConfirm={offer}
        pending={offering.isPending}
        problem={offering.error}
      >
        {contractorName} gets a mail with the brief and the terms, {priceWords(assignment)}, and may accept until{' '}
        {formatDay(answerBy, now)}. An acceptance binds both of you.
      </ConfirmDialog>
    </>
  )
}

type MoveDialogProps = OfAssignment & Readonly<{ move: Move | undefined; onClose: () => void }>

const MoveDialog = ({ assignment, move, onClose }: MoveDialogProps) => {
  const { id: assignmentId, version } = assignment
  const moving = useCommand(moveAssignment, madeOld)
  const close = () => {
    moving.reset()
    onClose()
  }
  return (
    <ReasonDialog
      opened={move !== undefined}
      onClose={close}
      title={move?.title ?? ''}
      label={move?.label ?? ''}
      confirm={move?.act ?? ''}
      tone={move?.tone ?? 'plain'}
      onConfirm={(reason) => {
        if (move) moving.mutate({ assignmentId, version, to: move.to, reason }, { onSuccess: close })
      }}
      pending={moving.isPending}
      problem={moving.error}
    >
      {move?.says}
    </ReasonDialog>
  )
}

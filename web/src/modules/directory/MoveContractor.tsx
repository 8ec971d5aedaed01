import { Modal, Text, Textarea } from '@mantine/core'
import { type ContractorStatus, moveContractor } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { DialogForm } from '#web/modules/directory/DialogForm.tsx'
import { type MoveByHand, movesByHand } from '#web/modules/directory/movesByHand.ts'

type MoveContractorProps = OfContractor &
  Readonly<{
    /** Undefined while nothing is to be moved. */
    to: ContractorStatus | undefined
    onClose: () => void
  }>

/** Says what moving somebody means, and asks why. */
export const MoveContractor = ({ contractor, to, onClose }: MoveContractorProps) => {
  const move = movesByHand(contractor.status).find((one) => one.to === to)
  return (
    <Modal opened={move !== undefined} onClose={onClose} title={move && `${move.verb} ${contractor.displayName}`}>
      {move ? <Form contractor={contractor} move={move} onDone={onClose} /> : null}
    </Modal>
  )
}

const Form = ({ contractor, move, onDone }: OfContractor & Readonly<{ move: MoveByHand; onDone: () => void }>) => {
  const { id: contractorId, version } = contractor
  const form = useCommandForm(moveContractor, {
    initial: { reason: '' },
    inputFrom: ({ reason }) => ({ contractorId, version, to: move.to, reason }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act={move.verb} onCancel={onDone} tone={move.isFinal ? 'danger' : 'plain'}>
      <Text size="sm">{move.means}</Text>
      <Textarea label="Why" data-autofocus autosize minRows={2} {...form.getInputProps('reason')} />
    </DialogForm>
  )
}

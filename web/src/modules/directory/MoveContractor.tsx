import { type ContractorStatus, moveContractor } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { movesByHand } from '#web/modules/directory/movesByHand.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type MoveContractorProps = OfContractor &
  Readonly<{
    /** Undefined while nobody is to be moved. */
    to: ContractorStatus | undefined
    onClose: () => void
  }>

/** Says what moving somebody means, and asks why. */
export const MoveContractor = ({ contractor, to, onClose }: MoveContractorProps) => {
  const { id: contractorId, version, displayName, status } = contractor
  const moving = useCommand(moveContractor, ['directory', 'audit'])
  const move = movesByHand(status).find((one) => one.to === to)
  if (!move) return null
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`${move.verb} ${displayName}`}
      label="Why"
      confirm={move.confirm}
      onConfirm={(reason) => moving.mutate({ contractorId, version, to: move.to, reason }, { onSuccess: onClose })}
      tone={move.isFinal ? 'danger' : 'plain'}
      pending={moving.isPending}
      problem={moving.error}
    >
      {move.means}
    </ReasonDialog>
  )
}

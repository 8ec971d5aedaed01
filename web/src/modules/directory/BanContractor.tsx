import { banContractor } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type BanContractorProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const BanContractor = ({ contractor, opened, onClose }: BanContractorProps) => {
  const { id: contractorId, version, displayName } = contractor
  const banning = useCommand(banContractor, ['directory', 'audit'])
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Do not engage ${displayName} again`}
      label="Why"
      confirm="Do not engage again"
      onConfirm={(reason) => banning.mutate({ contractorId, version, reason }, { onSuccess: onClose })}
      tone="danger"
      pending={banning.isPending}
      problem={banning.error}
    >
      No engagement and no assignment can start until this is lifted. What is running is not touched. The reason is
      read by legal and the owner only, never by the contractor.
    </ReasonDialog>
  )
}

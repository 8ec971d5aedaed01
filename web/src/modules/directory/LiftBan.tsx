import { liftBan } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type LiftBanProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const LiftBan = ({ contractor, opened, onClose }: LiftBanProps) => {
  const { id: contractorId, version, displayName, doNotEngageReason } = contractor
  const lifting = useCommand(liftBan, ['directory', 'audit'])
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Allow ${displayName} to be engaged again`}
      label="Why"
      confirm="Allow again"
      onConfirm={(reason) => lifting.mutate({ contractorId, version, reason }, { onSuccess: onClose })}
      pending={lifting.isPending}
      problem={lifting.error}
    >
      {doNotEngageReason === null ? null : `It was said: “${doNotEngageReason}” `}
      Your words stay in the timeline.
    </ReasonDialog>
  )
}

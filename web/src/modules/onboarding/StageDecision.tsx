import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import {
  approveStage,
  rejectStage,
  type StageView,
  sendStageAgreement,
  waiveStage,
} from '#modules/onboarding/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { AskForChanges } from '#web/modules/onboarding/AskForChanges.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

const refreshes = ['onboarding', 'agreements', 'directory', 'audit']

/** Approve, ask for changes, reject, or do without: whatever the reviewer may. */
export const StageDecision = ({ stage }: Readonly<{ stage: StageView }>) => {
  const approving = useCommand(approveStage, refreshes)
  const sending = useCommand(sendStageAgreement, refreshes)
  const [asked, setAsked] = useState<'changes' | 'rejection' | 'waiver'>()
  const { id: stageId, version, can } = stage
  if (!Object.values(can).some(Boolean)) return null
  const close = () => setAsked(undefined)
  return (
    <>
      <ProblemNote problem={approving.error ?? sending.error} />
      <Group gap="xs" mt="md">
        {can.approve ? (
          <Button loading={approving.isPending} onClick={() => approving.mutate({ stageId, version })}>
            Approve
          </Button>
        ) : null}
        {can.sendAgreement && stage.templateId !== null ? (
          <Button loading={sending.isPending} onClick={() => sending.mutate({ stageId, version, fields: {} })}>
            Send the agreement
          </Button>
        ) : null}
        {can.requestChanges ? (
          <Button variant="default" onClick={() => setAsked('changes')}>
            Ask for changes
          </Button>
        ) : null}
        {can.reject ? (
          <Button variant="default" onClick={() => setAsked('rejection')}>
            Reject
          </Button>
        ) : null}
        {can.waive ? (
          <Button variant="subtle" color="gray" onClick={() => setAsked('waiver')}>
            Do without
          </Button>
        ) : null}
      </Group>
      <AskForChanges stage={stage} opened={asked === 'changes'} onClose={close} />
      <Rejection stage={stage} opened={asked === 'rejection'} onClose={close} />
      <Waiver stage={stage} opened={asked === 'waiver'} onClose={close} />
    </>
  )
}

type DialogProps = Readonly<{ stage: StageView; opened: boolean; onClose: () => void }>

const Rejection = ({ stage, opened, onClose }: DialogProps) => {
  const rejecting = useCommand(rejectStage, refreshes)
  const { id: stageId, version, title } = stage
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Reject “${title}”?`}
      label="Why?"
      confirm="Reject"
      tone="danger"
      pending={rejecting.isPending}
      problem={rejecting.error}
      onConfirm={(reason) => rejecting.mutate({ stageId, version, reason }, { onSuccess: onClose })}
    >
      The whole onboarding ends with it, and the engagement too. To have something mended, ask for changes instead.
    </ReasonDialog>
  )
}

const Waiver = ({ stage, opened, onClose }: DialogProps) => {
  const waiving = useCommand(waiveStage, refreshes)
  const { id: stageId, version, title } = stage
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Do without “${title}”?`}
      label="Why is it not needed?"
      confirm="Do without it"
      pending={waiving.isPending}
      problem={waiving.error}
      onConfirm={(reason) => waiving.mutate({ stageId, version, reason }, { onSuccess: onClose })}
    >
      This once only. Your name and the reason go on the record.
    </ReasonDialog>
  )
}

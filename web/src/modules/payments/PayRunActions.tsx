import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  acknowledgePayRun,
  approvePayRun,
  cancelPayRun,
  lockPayRun,
  type PayRunView,
  settlePayRun,
} from '#modules/payments/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useToday } from '#web/lib/useToday.ts'
import { BankFileButton } from '#web/modules/payments/BankFileButton.tsx'
import { DayDialog } from '#web/modules/payments/DayDialog.tsx'
import { madeOldByPayments } from '#web/modules/payments/madeOldByPayments.ts'
import { ReleaseButton } from '#web/modules/payments/ReleaseButton.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type OfRun = Readonly<{ run: PayRunView }>

/** What can be done with a run now, the next step last. */
export const PayRunActions = ({ run }: OfRun) => {
  const { id: payRunId, version, can, status } = run
  const locking = useCommand(lockPayRun, madeOldByPayments)
  const approving = useCommand(approvePayRun, madeOldByPayments)
  const acknowledging = useCommand(acknowledgePayRun, madeOldByPayments)
  const changed = { payRunId, version }
  return (
    <>
      {can.cancel ? <CancelButton run={run} /> : null}
      {can.download ? <BankFileButton run={run} /> : null}
      {can.settle ? <SettleButton run={run} /> : null}
      {can.acknowledge && status === 'exported' ? (
        <Button loading={acknowledging.isPending} onClick={() => acknowledging.mutate(changed)}>
          The bank accepted it
        </Button>
      ) : null}
      {can.lock ? (
        <Button loading={locking.isPending} onClick={() => locking.mutate(changed)}>
          Lock
        </Button>
      ) : null}
      {can.approve ? (
        <Button loading={approving.isPending} onClick={() => approving.mutate(changed)}>
          Approve
        </Button>
      ) : null}
      {can.release ? <ReleaseButton run={run} /> : null}
      <ProblemNote problem={locking.error ?? approving.error ?? acknowledging.error} />
    </>
  )
}

const CancelButton = ({ run: { id: payRunId, version, number, payments } }: OfRun) => {
  const cancelling = useCommand(cancelPayRun, madeOldByPayments)
  const [isAsking, dialog] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Cancel the run
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Cancel pay run ${number}?`}
        label="Why is it cancelled?"
        confirm="Cancel the run"
        tone="danger"
        onConfirm={(reason) => cancelling.mutate({ payRunId, version, reason }, { onSuccess: dialog.close })}
        pending={cancelling.isPending}
        problem={cancelling.error}
      >
        Its {payments} payments are not made. The invoices wait for the next run.
      </ReasonDialog>
    </>
  )
}

const SettleButton = ({ run: { id: payRunId, version, number, payOn } }: OfRun) => {
  const settling = useCommand(settlePayRun, madeOldByPayments)
  const today = useToday()
  const hasComePayDay = payOn <= today
  const [isAsking, dialog] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Settle all
      </Button>
      <DayDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Settle all of pay run ${number}?`}
        label="Arrived on"
        initial={hasComePayDay ? payOn : today}
        confirm="Settle all"
        onConfirm={(settledOn) => settling.mutate({ payRunId, version, settledOn }, { onSuccess: dialog.close })}
        pending={settling.isPending}
        problem={settling.error}
      >
        Every payment that is still on its way counts as arrived. What has come back stays as it is.
      </DayDialog>
    </>
  )
}

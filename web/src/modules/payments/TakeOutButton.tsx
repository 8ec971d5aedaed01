import { Button, Checkbox, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { type PaymentRow, type PayRunView, removeFromPayRun } from '#modules/payments/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { madeOldByPayments } from '#web/modules/payments/madeOldByPayments.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type TakeOutProps = Readonly<{ run: PayRunView; payment: PaymentRow }>

/** Takes what somebody is paid out of a run that is still open: all of it, or some of the invoices. */
export const TakeOutButton = ({ run, payment }: TakeOutProps) => {
  const [isAsking, dialog] = useDisclosure()
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={`Take ${payment.payeeName} out of the run`}
        onClick={dialog.open}
      >
        Take out
      </Button>
      {isAsking ? <TakeOut run={run} payment={payment} onClose={dialog.close} /> : null}
    </>
  )
}

const TakeOut = ({ run, payment, onClose }: TakeOutProps & Readonly<{ onClose: () => void }>) => {
  const removing = useCommand(removeFromPayRun, madeOldByPayments)
  const { invoices, payeeName } = payment
  const [chosen, setChosen] = useState<readonly string[]>(invoices.map(({ invoiceId }) => invoiceId))
  const leaving = invoices.filter(({ invoiceId }) => chosen.includes(invoiceId))
  const takeOut = (reason: string) =>
    removing.mutate(
      {
        payRunId: run.id,
        version: run.version,
        invoiceIds: leaving.map(({ invoiceId }) => invoiceId),
        reason,
      },
      { onSuccess: onClose },
    )
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Take ${payeeName} out of pay run ${run.number}?`}
      label="Why?"
      confirm="Take out"
      onConfirm={takeOut}
      pending={removing.isPending}
      problem={removing.error}
    >
      <Stack gap="sm">
        <span>What you take out is not paid now. It waits for the next run; the reason stays with this one.</span>
        {invoices.length > 1 ? (
          <Checkbox.Group label="Which invoices" value={[...chosen]} onChange={setChosen}>
            <Stack gap="xs" mt={6}>
              {invoices.map(({ invoiceId, number, amount }) => (
                <Checkbox key={invoiceId} value={invoiceId} label={`${number} · ${formatMoney(amount)}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
      </Stack>
    </ReasonDialog>
  )
}

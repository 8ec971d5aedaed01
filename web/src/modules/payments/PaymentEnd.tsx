import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { type PaymentView, returnPayment, settlePayment } from '#modules/payments/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { DayDialog } from '#web/modules/payments/DayDialog.tsx'
import { madeOldByPayments } from '#web/modules/payments/madeOldByPayments.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import '@mantine/dates/styles.layer.css'

type OfPayment = Readonly<{ payment: PaymentView }>

/** How a payment ended: it arrived, or it came back. */
export const PaymentEnd = ({ payment }: OfPayment) => {
  const { id: paymentId, version, can, payOn, payeeName } = payment
  const settling = useCommand(settlePayment, madeOldByPayments)
  const today = useToday()
  const hasComePayDay = payOn <= today
  const [isSettling, settle] = useDisclosure()
  const [isReturning, back] = useDisclosure()
  return (
    <>
      {can.return ? (
        <Button variant="default" onClick={back.open}>
          It came back
        </Button>
      ) : null}
      {can.settle ? <Button onClick={settle.open}>It arrived</Button> : null}
      <DayDialog
        opened={isSettling}
        onClose={settle.close}
        title={`Has the payment to ${payeeName} arrived?`}
        label="Arrived on"
        initial={hasComePayDay ? payOn : today}
        confirm="It arrived"
        onConfirm={(settledOn) => settling.mutate({ paymentId, version, settledOn }, { onSuccess: settle.close })}
        pending={settling.isPending}
        problem={settling.error}
      >
        The invoices it pays count as settled.
      </DayDialog>
      <Modal opened={isReturning} onClose={back.close} title={`The payment to ${payeeName} came back`}>
        <ReturnForm payment={payment} onDone={back.close} />
      </Modal>
    </>
  )
}

const ReturnForm = ({
  payment: { id: paymentId, version },
  onDone,
}: OfPayment & Readonly<{ onDone: () => void }>) => {
  const initial: { returnedOn: string; code: string; reason: string } = {
    returnedOn: useToday(),
    code: '',
    reason: '',
  }
  const form = useCommandForm(returnPayment, {
    initial,
    inputFrom: (values) => ({ ...values, paymentId, version }),
    refreshes: madeOldByPayments,
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <div>The money is owed again, and is not sent to this account another time.</div>
        <DateInput label="Came back on" {...form.getInputProps('returnedOn')} />
        <TextInput
          label="Code from the bank"
          description="Such as R03 or AC04."
          autoComplete="off"
          {...form.getInputProps('code')}
        />
        <Textarea
          label="Reason"
          description="Left empty, it is what the code means."
          {...form.getInputProps('reason')}
        />
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={form.pending}>
            Note the return
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

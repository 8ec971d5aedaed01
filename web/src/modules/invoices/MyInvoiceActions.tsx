import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Link } from '@tanstack/react-router'
import { type InvoiceView, submitInvoice, voidMyInvoice } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

type OfInvoice = Readonly<{ invoice: InvoiceView }>

/** Submit, change, withdraw: as long as nobody has decided. */
export const MyInvoiceActions = ({ invoice }: OfInvoice) => {
  const { here } = useSession()
  const { id: invoiceId, version, number, total, source, can } = invoice
  const submission = useCommand(submitInvoice, ['invoices', 'payments'])
  const submit = () =>
    submission.mutate(
      { invoiceId, version },
      { onSuccess: () => notifications.show({ message: `${number} is with ${here.name}.` }) },
    )
  if (!can.submit && !can.change && !can.void) return null
  return (
    <Stack gap="sm">
      <ProblemNote problem={submission.error} />
      {can.submit ? (
        <Button size="lg" loading={submission.isPending} onClick={submit}>
          Submit {formatMoney(total)}
        </Button>
      ) : null}
      {can.change && source === 'written' ? (
        <Button
          component={Link}
          to={pathIn(here.slug, `portal/invoices/${invoiceId}/change`)}
          variant="default"
          size="lg"
        >
          Change it
        </Button>
      ) : null}
      {can.change && source === 'e-invoice' ? (
        <Text size="sm" c="dimmed">
          This invoice says what your file says. To change it, withdraw it and upload a corrected file.
        </Text>
      ) : null}
      {can.void ? <WithdrawButton invoice={invoice} /> : null}
    </Stack>
  )
}

const WithdrawButton = ({ invoice: { id: invoiceId, version, number } }: OfInvoice) => {
  const { here } = useSession()
  const [isAsking, dialog] = useDisclosure()
  const withdrawal = useCommand(voidMyInvoice, ['invoices', 'payments'])
  return (
    <>
      <Button variant="subtle" color="red" size="md" onClick={dialog.open}>
        Withdraw it
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Withdraw ${number}?`}
        label="Why?"
        confirm={`Withdraw ${number}`}
        tone="danger"
        onConfirm={(reason) => withdrawal.mutate({ invoiceId, version, reason }, { onSuccess: dialog.close })}
        pending={withdrawal.isPending}
        problem={withdrawal.error}
      >
        It will not be paid, and it cannot be brought back. You can write a new one with the same number. {here.name}{' '}
        reads your reason.
      </ReasonDialog>
    </>
  )
}

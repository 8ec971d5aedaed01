import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type InvoiceView, voidInvoice } from '#modules/invoices/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'

/** Takes an invoice out for good, before any bank has heard of it. */
export const VoidButton = ({ invoice }: Readonly<{ invoice: InvoiceView }>) => {
  const { id: invoiceId, number, version, contractorName, total } = invoice
  const [isAsking, dialog] = useDisclosure()
  const voiding = useCommand(voidInvoice, ['invoices', 'audit', 'payments', 'reports'])
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Make void
      </Button>
      <ReasonDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Make ${number} void?`}
        label="Why is it void?"
        confirm={`Make ${number} void`}
        tone="danger"
        onConfirm={(reason) => voiding.mutate({ invoiceId, version, reason }, { onSuccess: dialog.close })}
        pending={voiding.isPending}
        problem={voiding.error}
      >
        {formatMoney(total)} will not be paid to {contractorName}. Its number can be used again, and what was booked
        is reversed.
      </ReasonDialog>
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { decimalOf } from '#kernel/money.ts'
import { draftInvoice, type InvoiceView } from '#modules/invoices/contract.ts'
import type { AssignmentRow } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { EInvoiceDrop } from '#web/modules/invoices/EInvoiceDrop.tsx'
import { InvoiceFields } from '#web/modules/invoices/InvoiceFields.tsx'
import { newInvoice, newLine, sentInvoice } from '#web/modules/invoices/typedInvoice.ts'

type NewInvoiceFormProps = Readonly<{
  assignment: AssignmentRow
  /** The one that comes next, if there was one before. */
  number: string
}>

export const NewInvoiceForm = ({ assignment, number }: NewInvoiceFormProps) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const { id: assignmentId, pricing, price } = assignment
  const unit = pricing === 'hourly' ? 'hour' : 'piece'
  const unitPrice = decimalOf(price)
  const first = { ...newLine(unit, unitPrice), description: assignment.title }
  const open = ({ id }: InvoiceView) => void navigate({ to: pathIn(here.slug, `portal/invoices/${id}`) })
  const form = useCommandForm(draftInvoice, {
    initial: newInvoice(number, useToday(), first),
    inputFrom: (values) => ({ ...sentInvoice(values), assignmentId }),
    refreshes: ['invoices'],
    onDone: open,
    draft: { name: `invoice.${assignmentId}`, never: [] },
  })
  return (
    <>
      <EInvoiceDrop assignmentId={assignmentId} onRead={open} />
      <InvoiceFields form={form} currency={price.currency} unit={unit} unitPrice={unitPrice} />
    </>
  )
}

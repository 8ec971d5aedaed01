import type { Work } from '#kernel/command.ts'
import type { InvoiceStatus } from './contract.ts'
import type { InvoiceId } from './ids.ts'
import { type Invoice, move } from './invoice.ts'
import { holdInvoice, saveInvoice } from './store.ts'

/** Where payments may lead an invoice. The events are theirs to record. */
type Paid = Extract<
  InvoiceStatus,
  'approved' | 'scheduled' | 'in_run' | 'sent' | 'settled' | 'payment_returned' | 'paid_outside'
>

/** For `payments`: takes an approved invoice along its way to the bank and back. */
export const markInvoice = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  invoiceId: InvoiceId,
  to: Paid,
): Promise<Invoice> => {
  const next = move(await holdInvoice(tx, invoiceId), to, { reason: null, now })
  saveInvoice(tx, next)
  return next
}

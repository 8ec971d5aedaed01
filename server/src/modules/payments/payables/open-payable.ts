import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { holdInvoice, markInvoice } from '#modules/invoices/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { payableOpened } from '#modules/payments/events.ts'
import { LedgerEntryId, PayableId } from '#modules/payments/ids.ts'
import { postEntries } from '#modules/payments/ledger/store.ts'
import { invoiceApproved } from '#modules/payments/ledger.ts'
import { scheduleOf } from '#modules/payments/schedules/schedule-of.ts'
import { payableFrom } from './payable.ts'
import { insertPayable } from './store.ts'

/** Follows an approval: from now on the price of the work is owed, and the invoice has a day. Once for each invoice. */
export const openPayable = async (work: Work, invoiceId: InvoiceId): Promise<readonly DomainEvent[]> => {
  const { tx, now, newId } = work
  const invoice = await holdInvoice(tx, invoiceId)
  // Made void before we came to it: nothing is owed.
  if (invoice.status !== 'approved') return []
  const { timeZone } = await organizationOf(tx)
  const schedule = await scheduleOf(tx, { legalEntityId: invoice.legalEntityId, currency: invoice.currency })
  const payable = payableFrom(invoice, { id: newId(PayableId), schedule, timeZone, now })
  await insertPayable(tx, payable, now)
  const { contractorId, legalEntityId, amount } = payable
  const entry = invoiceApproved({ id: newId(LedgerEntryId), legalEntityId, payeeId: contractorId, amount })
  await postEntries(tx, [{ kind: 'invoice_approved', subjectId: invoiceId, entry }], now)
  await markInvoice(work, invoiceId, 'scheduled')
  return [
    payableOpened({
      payableId: payable.id,
      invoiceId,
      contractorId: invoice.contractorId,
      number: invoice.number,
      amount,
      dueOn: payable.dueOn,
    }),
  ]
}

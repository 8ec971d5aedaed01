import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { invoiceOf } from '#modules/invoices/index.ts'
import { payableVoided } from '#modules/payments/events.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { entryFor, postEntries } from '#modules/payments/ledger/store.ts'
import { reverse } from '#modules/payments/ledger.ts'
import { closePayable } from './store.ts'

/** Follows a void: what was owed for the invoice is owed no more, and the books say why. */
export const voidPayable = async (
  { tx, now, newId }: Work,
  invoiceId: InvoiceId,
): Promise<readonly DomainEvent[]> => {
  const payable = await closePayable(tx, invoiceId, now)
  // It was never approved, so nothing was ever owed.
  if (!payable) return []
  const booked = await entryFor(tx, { kind: 'invoice_approved', subjectId: invoiceId })
  if (!booked) throw new Error('A payable without an entry in the books was stored.')
  const entry = reverse(booked, newId(LedgerEntryId))
  await postEntries(tx, [{ kind: 'invoice_voided', subjectId: invoiceId, entry }], now)
  const { contractorId, number } = await invoiceOf(tx, invoiceId)
  return [payableVoided({ ...payable, invoiceId, contractorId, number })]
}

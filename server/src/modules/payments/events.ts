import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import { type DomainEvent, event } from '#kernel/event.ts'
import { Money } from '#kernel/money.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { PayableId, PaymentId, PayRunId } from './ids.ts'

const payable = {
  payableId: PayableId,
  invoiceId: InvoiceId,
  contractorId: ContractorId,
  number: z.string(),
  amount: Money,
}

export const payableOpened = event(
  'payments.payable-opened',
  'scheduled invoice {number} over {amount} for {dueOn}',
  z.object({ ...payable, dueOn: PlainDate }),
)
export const payableVoided = event(
  'payments.payable-voided',
  'took the {amount} of invoice {number} out of the books',
  z.object(payable),
)
export const scheduleChanged = event(
  'payments.schedule-changed',
  'changed when {name} pays: {rule}',
  z.object({ legalEntityId: LegalEntityId, name: z.string(), rule: z.string() }),
)

const run = { payRunId: PayRunId, legalEntityId: LegalEntityId, number: z.int() }
const whole = { ...run, payments: z.int(), total: Money }

export const runPrepared = event(
  'payments.run-prepared',
  'prepared pay run {number} over {total} for {payOn}, payments: {payments}',
  z.object({ ...whole, payOn: PlainDate, leftOut: z.int() }),
)
export const leftOut = event(
  'payments.left-out',
  'took invoice {invoiceNumber} out of pay run {number}: {reason}',
  z.object({ ...run, invoiceId: InvoiceId, invoiceNumber: z.string(), reason: z.string() }),
)
export const runLocked = event(
  'payments.run-locked',
  'locked pay run {number} over {total}, payments: {payments}',
  z.object(whole),
)
export const runApproved = event(
  'payments.run-approved',
  'approved pay run {number} over {total}',
  z.object({ ...whole, contentHash: z.string() }),
)
export const runReleased = event(
  'payments.run-released',
  'released pay run {number} over {total}, payments: {payments}',
  z.object({ ...whole, fileName: z.string(), sha256: z.string() }),
)
export const bankFileTaken = event(
  'payments.bank-file-taken',
  'took the bank file {fileName} of pay run {number}',
  z.object({ ...run, fileName: z.string() }),
)
export const runAcknowledged = event(
  'payments.run-acknowledged',
  'noted that the bank accepted pay run {number}',
  z.object(run),
)
export const runSettled = event(
  'payments.run-settled',
  'closed pay run {number}: every payment has settled',
  z.object(run),
)
export const runPartiallyReturned = event(
  'payments.run-partially-returned',
  'closed pay run {number}, of which payments came back',
  z.object(run),
)
export const runCancelled = event(
  'payments.run-cancelled',
  'cancelled pay run {number}: {reason}',
  z.object({ ...run, reason: z.string() }),
)

const Payment = z.object({
  paymentId: PaymentId,
  payRunId: PayRunId,
  contractorId: ContractorId,
  reference: z.string(),
  amount: Money,
  invoiceIds: z.array(InvoiceId),
})

export const paymentSent = event('payments.payment-sent', 'sent {amount} under {reference}', Payment)
export const paymentSettled = event(
  'payments.payment-settled',
  'noted that the {amount} under {reference} arrived',
  Payment.extend({ settledOn: PlainDate }),
)
export const paymentReturned = event(
  'payments.payment-returned',
  'noted that the {amount} under {reference} came back: {code}, {reason}',
  Payment.extend({ returnedOn: PlainDate, code: z.string(), reason: z.string() }),
)

/** The same fact in the timeline of each invoice that the payment is for, too. */
export const alsoOfInvoices = (fact: DomainEvent, invoiceIds: readonly string[]): DomainEvent => ({
  ...fact,
  subjects: [...fact.subjects, ...invoiceIds],
})

export const remittanceReady = event(
  'payments.remittance-ready',
  'made the remittance advice of {reference} over {amount}',
  z.object({ paymentId: PaymentId, contractorId: ContractorId, reference: z.string(), amount: Money }),
)

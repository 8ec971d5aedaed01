import { z } from 'zod'
import { GivenDay, Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { Money } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { PayeeId } from '#modules/payees/contract.ts'
import { PaymentId, PayRunId } from '#modules/payments/ids.ts'

export const paymentStatuses = ['prepared', 'removed', 'sent', 'settled', 'returned'] as const
export const PaymentStatus = z.enum(paymentStatuses)
export type PaymentStatus = z.output<typeof PaymentStatus>

export const PaymentRow = z.object({
  id: PaymentId,
  reference: z.string().describe('What the payee’s bank is told'),
  payRunId: PayRunId,
  payRunNumber: z.int(),
  payOn: PlainDate,
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  contractorId: ContractorId,
  contractorName: z.string(),
  payeeId: PayeeId,
  payeeName: z.string(),
  accountLast4: z.string(),
  amount: Money,
  status: PaymentStatus,
  invoices: z.array(z.object({ invoiceId: InvoiceId, number: z.string(), amount: Money })),
  sentAt: Instant.nullable(),
  settledOn: PlainDate.nullable(),
  returnedOn: PlainDate.nullable(),
  returnCode: z.string().nullable(),
  reason: z.string().nullable(),
  hasRemittance: z.boolean(),
  version: z.int(),
})
export type PaymentRow = z.output<typeof PaymentRow>

export const PaymentView = PaymentRow.extend({
  traceNumber: z.string().nullable(),
  can: z.object({ settle: z.boolean(), return: z.boolean() }),
})
export type PaymentView = z.output<typeof PaymentView>

const changed = { paymentId: PaymentId, version: z.int().positive() }

export const listPayments = endpoint({
  name: 'payments.list',
  method: 'GET',
  path: '/payments',
  summary: 'Payments, newest first: of a run, to a contractor, in a state',
  input: z.strictObject({
    payRunId: PayRunId.optional(),
    contractorId: ContractorId.optional(),
    status: listOf(PaymentStatus).optional().describe('Without one: all but those that were taken out'),
    ...pageInput,
  }),
  output: pageOf(PaymentRow),
})

export const listMyPayments = endpoint({
  name: 'payments.list-mine',
  method: 'GET',
  path: '/portal/payments',
  summary: 'What was sent to the signed-in contractor, newest first',
  input: z.strictObject(pageInput),
  output: pageOf(PaymentRow),
})

export const viewPayment = endpoint({
  name: 'payments.view',
  method: 'GET',
  path: '/payments/:paymentId',
  summary: 'One payment with the invoices it is for',
  input: z.strictObject({ paymentId: PaymentId }),
  output: PaymentView,
})

export const settlePayment = endpoint({
  name: 'payments.settle',
  method: 'POST',
  path: '/payments/:paymentId/settlement',
  summary: 'Note that a payment has arrived',
  input: z.strictObject({ ...changed, settledOn: GivenDay }),
  output: PaymentView,
})

export const returnPayment = endpoint({
  name: 'payments.return',
  method: 'POST',
  path: '/payments/:paymentId/return',
  summary: 'Note that a payment came back; it is owed again, and to another account',
  input: z.strictObject({
    ...changed,
    returnedOn: GivenDay,
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{2,6}$/, 'Write the code from the bank, such as R03 or AC04.'),
    reason: z.string().trim().max(300).default('').describe('Without one: what the code means'),
  }),
  output: PaymentView,
})

export const downloadRemittance = endpoint({
  name: 'payments.download-remittance',
  method: 'GET',
  path: '/payments/:paymentId/remittance',
  summary: 'The remittance advice as PDF, for staff and for whom it pays',
  input: z.strictObject({ paymentId: PaymentId }),
  output: DownloadOutput,
})

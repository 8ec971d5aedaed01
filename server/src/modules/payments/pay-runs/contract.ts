import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { GivenDay, Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { PersonId } from '#kernel/ids.ts'
import { Currency, Money } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { PayRunId } from '#modules/payments/ids.ts'

export const payRunStatuses = [
  'open',
  'locked',
  'approved',
  'exported',
  'acknowledged',
  'settled',
  'partially_returned',
  'cancelled',
] as const
export const PayRunStatus = z.enum(payRunStatuses)
export type PayRunStatus = z.output<typeof PayRunStatus>

export const payMethods = ['nacha', 'pain001'] as const
export const PayMethod = z.enum(payMethods)
export type PayMethod = z.output<typeof PayMethod>

export const PayRunRow = z.object({
  id: PayRunId,
  number: z.int(),
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  currency: Currency,
  method: PayMethod,
  payOn: PlainDate,
  status: PayRunStatus,
  payments: z.int(),
  invoices: z.int(),
  total: Money,
  preparedAt: Instant,
})
export type PayRunRow = z.output<typeof PayRunRow>

const Act = z.object({ personId: PersonId, name: z.string().nullable(), at: Instant }).nullable()

export const PayRunView = PayRunRow.extend({
  leftOut: z.int(),
  settled: z.int(),
  returned: z.int(),
  contentHash: z.string().nullable().describe('Of everything that was locked'),
  prepared: Act,
  locked: Act,
  approved: Act,
  released: Act,
  acknowledgedAt: Instant.nullable(),
  reason: z.string().nullable(),
  movedAt: Instant,
  file: z
    .object({ name: z.string(), sha256: z.string(), payments: z.int(), total: Money, madeAt: Instant })
    .nullable()
    .describe('The file for the bank with its control totals'),
  version: z.int(),
  can: z.object({
    remove: z.boolean(),
    lock: z.boolean(),
    approve: z.boolean(),
    release: z.boolean(),
    download: z.boolean(),
    acknowledge: z.boolean(),
    settle: z.boolean(),
    cancel: z.boolean(),
  }),
})
export type PayRunView = z.output<typeof PayRunView>

export const LeftOutRow = z.object({
  invoiceId: InvoiceId,
  invoiceNumber: z.string(),
  contractorId: ContractorId,
  contractorName: z.string(),
  amount: Money,
  atStep: z.enum(['prepared', 'open', 'locked', 'released']),
  reason: z.string(),
  leftOutAt: Instant,
  blockers: z.array(Blocker).describe('What is in the way now'),
})
export type LeftOutRow = z.output<typeof LeftOutRow>

const changed = { payRunId: PayRunId, version: z.int().positive() }
const reason = z.string().trim().min(1, 'Say why.').max(500)

export const listPayRuns = endpoint({
  name: 'payments.list-runs',
  method: 'GET',
  path: '/pay-runs',
  summary: 'Pay runs, newest first',
  input: z.strictObject({
    search: z.string().trim().max(100).optional().describe('A number, or the beginning of the legal entity’s name'),
    status: listOf(PayRunStatus).optional(),
    legalEntityId: LegalEntityId.optional(),
    ...pageInput,
  }),
  output: pageOf(PayRunRow),
})

export const viewPayRun = endpoint({
  name: 'payments.view-run',
  method: 'GET',
  path: '/pay-runs/:payRunId',
  summary: 'One pay run: its totals, who did what, and what can be done next',
  input: z.strictObject({ payRunId: PayRunId }),
  output: PayRunView,
})

export const listLeftOut = endpoint({
  name: 'payments.list-left-out',
  method: 'GET',
  path: '/pay-runs/:payRunId/left-out',
  summary: 'What was due and is not in the run, with what is in its way',
  input: z.strictObject({ payRunId: PayRunId, ...pageInput }),
  output: pageOf(LeftOutRow),
})

export const preparePayRun = endpoint({
  name: 'payments.prepare-run',
  method: 'POST',
  path: '/pay-runs',
  summary: 'Gather everything that is due and free to be paid into a run',
  input: z.strictObject({
    legalEntityId: LegalEntityId,
    currency: Currency,
    payOn: GivenDay,
    method: PayMethod,
  }),
  output: PayRunView,
})

export const removeFromPayRun = endpoint({
  name: 'payments.remove-from-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/removals',
  summary: 'Take invoices out of a run that is open; they wait for the next',
  input: z.strictObject({ ...changed, invoiceIds: z.array(InvoiceId).min(1).max(500), reason }),
  output: PayRunView,
})

export const lockPayRun = endpoint({
  name: 'payments.lock-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/lock',
  summary: 'Fix what is in a run; what is no longer what was approved drops out',
  input: z.strictObject(changed),
  output: PayRunView,
})

export const approvePayRun = endpoint({
  name: 'payments.approve-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/approval',
  summary: 'Approve a locked run, as somebody who did not prepare it',
  stepUp: true,
  input: z.strictObject(changed),
  output: PayRunView,
})

export const releasePayRun = endpoint({
  name: 'payments.release-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/release',
  summary: 'Make the file for the bank, once: from here on the money is on its way',
  stepUp: true,
  input: z.strictObject(changed),
  output: PayRunView,
})

export const downloadBankFile = endpoint({
  name: 'payments.download-bank-file',
  method: 'POST',
  path: '/pay-runs/:payRunId/file',
  summary: 'Take the file for the bank; it holds whole account numbers, so that each time is recorded',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ payRunId: PayRunId }),
  output: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), content: z.string() }),
})

export const acknowledgePayRun = endpoint({
  name: 'payments.acknowledge-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/acknowledgement',
  summary: 'Note that the bank has accepted the file',
  input: z.strictObject(changed),
  output: PayRunView,
})

export const settlePayRun = endpoint({
  name: 'payments.settle-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/settlement',
  summary: 'Note that every payment of a run that is still on its way has arrived',
  input: z.strictObject({ ...changed, settledOn: GivenDay }),
  output: PayRunView,
})

export const cancelPayRun = endpoint({
  name: 'payments.cancel-run',
  method: 'POST',
  path: '/pay-runs/:payRunId/cancellation',
  summary: 'Give a run up before the bank has its file; everything in it waits for the next',
  input: z.strictObject({ ...changed, reason }),
  output: PayRunView,
})

import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { GivenDay, Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Currency, Money } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { PayableId } from '#modules/payments/ids.ts'

export const payableStatuses = ['open', 'in_run', 'sent', 'settled', 'void'] as const
export const PayableStatus = z.enum(payableStatuses)
export type PayableStatus = z.output<typeof PayableStatus>

export const PayableRow = z.object({
  id: PayableId,
  invoiceId: InvoiceId,
  invoiceNumber: z.string(),
  contractorId: ContractorId,
  contractorName: z.string(),
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  departmentId: DepartmentId,
  departmentName: z.string(),
  amount: Money,
  dueOn: PlainDate.describe('When it is to be with the payee'),
  runOn: PlainDate.describe('The day of the pay run that takes it'),
  status: PayableStatus,
  holds: z
    .array(Blocker.pick({ code: true, owner: true }).extend({ title: z.string() }))
    .describe('What keeps it from being paid apart from its day, in short, and whose move it is'),
  movedAt: Instant,
})
export type PayableRow = z.output<typeof PayableRow>

export const PayableTotal = z.object({
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  currency: Currency,
  due: z.object({ count: z.int(), total: Money }).describe('Due by the given day and free to be paid'),
  held: z.object({ count: z.int(), total: Money }).describe('Due by the given day and held back'),
  later: z.object({ count: z.int(), total: Money }),
  nextDueOn: PlainDate.nullable(),
})
export type PayableTotal = z.output<typeof PayableTotal>

export const listPayables = endpoint({
  name: 'payments.list-payables',
  method: 'GET',
  path: '/payables',
  summary: 'What is owed, the earliest due day first: what will be paid next',
  input: z.strictObject({
    status: listOf(PayableStatus).optional().describe('Without one: open'),
    legalEntityId: LegalEntityId.optional(),
    currency: Currency.optional(),
    contractorId: ContractorId.optional(),
    dueBy: GivenDay.optional(),
    ...pageInput,
  }),
  output: pageOf(PayableRow),
})

export const sumPayables = endpoint({
  name: 'payments.sum-payables',
  method: 'GET',
  path: '/payables/totals',
  summary: 'How much each legal entity owes by a day, how much of it is held back, and what comes later',
  input: z.strictObject({ dueBy: GivenDay.optional().describe('Without one: today') }),
  output: z.object({ items: z.array(PayableTotal) }),
})

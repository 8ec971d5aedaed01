import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Money } from '#kernel/money.ts'
import { InvoiceId, InvoiceStatus } from '#modules/invoices/contract.ts'

export const paymentSteps = ['submitted', 'approved', 'scheduled', 'in_run', 'sent', 'settled'] as const

/** Where an invoice is on its way to the money: done steps have a date, the next one has the day it is expected. */
export const PaymentStep = z.object({
  step: z.enum(paymentSteps),
  state: z.enum(['done', 'here', 'ahead']),
  at: Instant.nullable(),
  on: PlainDate.nullable().describe('The day it is planned for, or on which it happened in the bank'),
  by: z.string().nullable().describe('Who did it, where that is told'),
})
export type PaymentStep = z.output<typeof PaymentStep>

export const PayabilityView = z.object({
  invoiceId: InvoiceId,
  number: z.string(),
  status: InvoiceStatus,
  amount: Money,
  blockers: z.array(Blocker),
  steps: z.array(PaymentStep),
})
export type PayabilityView = z.output<typeof PayabilityView>

export const viewPayability = endpoint({
  name: 'payments.view-payability',
  method: 'GET',
  path: '/payability/:invoiceId',
  summary: 'Why an invoice is not paid yet, whose move it is, and where it stands on its way',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: PayabilityView,
})

export const viewMyPayability = endpoint({
  name: 'payments.view-my-payability',
  method: 'GET',
  path: '/portal/payability/:invoiceId',
  summary: 'Why am I not paid: the same for the signed-in contractor’s own invoice',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: PayabilityView,
})

import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'

export const PaymentRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days_after_approval'), days: z.int().min(0).max(120) }),
  z.strictObject({ kind: z.literal('weekly'), weekday: z.int().min(1).max(5).describe('1 is Monday') }),
  z.strictObject({ kind: z.literal('semi_monthly') }),
  z.strictObject({ kind: z.literal('end_of_month'), plusDays: z.int().min(0).max(90) }),
])
export type PaymentRule = z.output<typeof PaymentRule>

export const bankingCalendarIds = ['us-federal-reserve', 'target'] as const

const ScheduleSettings = {
  rule: PaymentRule,
  cutOffBankingDays: z
    .int()
    .min(0)
    .max(10)
    .describe('How many banking days before a pay day an invoice must be approved to be in it'),
  calendar: z.enum(bankingCalendarIds).describe('On whose banking days is paid'),
}

export const PaymentScheduleView = z.object({
  ...ScheduleSettings,
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  setAt: Instant.nullable(),
  version: z.int().describe('0 while none was ever set and the usual 30 days hold'),
  can: z.object({ change: z.boolean() }),
})
export type PaymentScheduleView = z.output<typeof PaymentScheduleView>

export const viewPaymentSchedule = endpoint({
  name: 'payments.view-schedule',
  method: 'GET',
  path: '/legal-entities/:legalEntityId/payment-schedule',
  summary: 'When a legal entity pays approved invoices',
  input: z.strictObject({ legalEntityId: LegalEntityId }),
  output: PaymentScheduleView,
})

export const changePaymentSchedule = endpoint({
  name: 'payments.change-schedule',
  method: 'PUT',
  path: '/legal-entities/:legalEntityId/payment-schedule',
  summary: 'Say when a legal entity pays; invoices that are approved already keep their day',
  input: z.strictObject({ ...ScheduleSettings, legalEntityId: LegalEntityId, version: z.int().nonnegative() }),
  output: PaymentScheduleView,
})

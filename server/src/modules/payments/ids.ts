import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const LedgerEntryId = id('LedgerEntryId')
export type LedgerEntryId = z.output<typeof LedgerEntryId>
export const PayableId = id('PayableId')
export type PayableId = z.output<typeof PayableId>
export const PayRunId = id('PayRunId')
export type PayRunId = z.output<typeof PayRunId>
export const PaymentId = id('PaymentId')
export type PaymentId = z.output<typeof PaymentId>

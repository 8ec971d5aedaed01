import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const InvoiceId = id('InvoiceId')
export type InvoiceId = z.output<typeof InvoiceId>

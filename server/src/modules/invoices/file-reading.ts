import { z } from 'zod'
import { PlainDate } from '#kernel/day.ts'
import { Money } from '#kernel/money.ts'
import { InvoiceFinding, InvoiceLine } from './contract.ts'

/** What the file an invoice was read from says, as far as the invoice repeats it, and what was odd about the file. */
export const FileReading = z.object({
  number: z.string(),
  issuedOn: PlainDate,
  lines: z.array(InvoiceLine),
  net: Money,
  tax: Money,
  adjustment: Money,
  total: Money,
  findings: z.array(InvoiceFinding),
})
export type FileReading = Readonly<z.output<typeof FileReading>>

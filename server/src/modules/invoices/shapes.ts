import { z } from 'zod'
import { GivenDay } from '#kernel/dates.ts'
import { Money } from '#kernel/money.ts'
import { line, paragraphs } from '#kernel/text.ts'

/** Zero has no sign: "-0" is refused. */
export const Quantity = z
  .string()
  .regex(/^(?!-0(\.0+)?$)-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/, 'Write the quantity as a plain number such as 7.5.')
export const UnitPrice = z
  .string()
  .regex(/^(?!-0(\.0+)?$)-?(0|[1-9]\d{0,13})(\.\d{1,8})?$/, 'Write the price as a plain number such as 85.00.')
export const TaxRate = z
  .string()
  .regex(/^(100(\.0{1,4})?|(0|[1-9]\d?)(\.\d{1,4})?)$/, 'Write the tax as percent from 0 to 100, such as 19.')

/** A line as it is written. What it comes to is computed here, never taken from the caller. */
export const InvoiceLineInput = z.strictObject({
  description: paragraphs(500).min(1, 'Say what this is for.'),
  quantity: Quantity,
  unit: line(20).min(1, 'Say what is counted, such as hour.').default('hour'),
  unitPrice: UnitPrice,
  taxRate: TaxRate.default('0'),
})
export type InvoiceLineInput = z.output<typeof InvoiceLineInput>

/** A line as it is kept. Some were written before today’s bounds, and are read all the same. */
export const InvoiceLine = z.object({
  description: z.string(),
  quantity: z.string(),
  unit: z.string(),
  unitPrice: z.string(),
  taxRate: z.string(),
  net: Money,
})
export type InvoiceLine = z.output<typeof InvoiceLine>

export const InvoiceInput = z.strictObject({
  number: line(60).min(1, 'Give the invoice your number.'),
  issuedOn: GivenDay,
  periodFrom: GivenDay.nullable().default(null),
  periodTo: GivenDay.nullable().default(null),
  note: paragraphs(2_000).default(''),
  lines: z.array(InvoiceLineInput).max(500, 'Keep it to 500 lines.'),
})
export type InvoiceInput = z.output<typeof InvoiceInput>

export const findingCodes = [
  'line-arithmetic',
  'tax-category',
  'line-id-repeated',
  'differs-from-file',
  'other-seller',
  'other-buyer',
  'other-payee',
  'other-account',
  'old-date',
  'over-cap',
] as const
/** Something to look at before the invoice is submitted, and before it is approved. It refuses nothing. */
export const InvoiceFinding = z.object({ code: z.enum(findingCodes), detail: z.string() })
export type InvoiceFinding = z.output<typeof InvoiceFinding>

import type { PlainDate } from '#kernel/dates.ts'
import { minorFromDecimal } from '#kernel/money.ts'
import type { InvoiceRow, InvoiceView } from '#modules/invoices/contract.ts'
import { newKey } from '#web/lib/newKey.ts'

/** A line while it is typed: everything as text, so that nothing is lost or changed by looking at it. */
export type TypedLine = {
  /** Keeps its fields apart from those of other lines while lines come and go. Never sent. */
  key: string
  description: string
  quantity: string
  unit: string
  unitPrice: string
  taxRate: string
}

export type TypedInvoice = {
  number: string
  issuedOn: string
  periodFrom: string
  periodTo: string
  note: string
  lines: TypedLine[]
}

export const newLine = (unit: string, unitPrice: string): TypedLine => ({
  key: newKey(),
  description: '',
  quantity: '',
  unit,
  unitPrice,
  taxRate: '0',
})

export const newInvoice = (number: string, today: PlainDate, line: TypedLine): TypedInvoice => ({
  number,
  issuedOn: today,
  periodFrom: '',
  periodTo: '',
  note: '',
  lines: [line],
})

export const typedInvoice = (invoice: InvoiceView): TypedInvoice => ({
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  periodFrom: invoice.periodFrom ?? '',
  periodTo: invoice.periodTo ?? '',
  note: invoice.note,
  lines: invoice.lines.map(({ description, quantity, unit, unitPrice, taxRate }) => ({
    key: newKey(),
    description,
    quantity,
    unit,
    unitPrice: asMoney(unitPrice, invoice.currency),
    taxRate,
  })),
})

/** "85" as "85.00", the way the field writes it; a price with more decimals than money has stays as it is. */
const asMoney = (price: string, currency: string): string => {
  if (price.includes('.') || minorFromDecimal(`${price}.00`, currency) === undefined) return price
  return `${price}.00`
}

export const sentInvoice = ({ periodFrom, periodTo, lines, ...rest }: TypedInvoice) => ({
  ...rest,
  periodFrom: periodFrom === '' ? null : periodFrom,
  periodTo: periodTo === '' ? null : periodTo,
  lines: lines.map(({ key: _, quantity, taxRate, ...line }) => ({
    ...line,
    quantity: plainNumber(quantity),
    taxRate: plainNumber(taxRate),
  })),
})

/** "7.5" for "7,5" and " 7.5 ". What can be read in two ways stays as it was typed, and the contract refuses it in words. */
export const plainNumber = (typed: string): string => {
  const text = typed.trim()
  const marked = /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text
  return marked.replace(/^0+(?=\d)/, '').replace(/\.$/, '')
}

/** "PR-014" after "PR-013": the digits at the end, one more. Without any, nothing is guessed. */
export const numberAfter = (last: Pick<InvoiceRow, 'number'> | undefined): string => {
  const found = /^(.*?)(\d{1,15})$/.exec(last?.number ?? '')
  if (!found) return ''
  const [, before = '', digits = ''] = found
  return `${before}${String(BigInt(digits) + 1n).padStart(digits.length, '0')}`
}

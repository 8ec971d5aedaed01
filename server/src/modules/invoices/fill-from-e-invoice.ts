import type { z } from 'zod'
import { cut } from '#kernel/cut.ts'
import { add, decimalOf, money, subtract, zero } from '#kernel/money.ts'
import { Problem, parse } from '#kernel/problem.ts'
import { withoutTrailingZeros } from '#kernel/trailing.ts'
import type { EInvoice, EInvoiceAdjustment, EInvoiceLine } from '#modules/e-invoices/index.ts'
import { InvoiceInput, type InvoiceLine } from './contract.ts'
import { keptLine } from './line-item.ts'
import { fileBeyondLimits } from './problems.ts'
import { holdAmounts, type Sums } from './sums.ts'

export type Filled = Readonly<{ input: Omit<InvoiceInput, 'lines'>; sums: Sums }>

/**
 * The invoice that a file states. Its amounts are taken as they stand, because the reader has checked that they add up;
 * allowances and charges of the whole document become lines, what was paid before and rounding the adjustment. Whatever
 * it says then passes the limits that the form has.
 */
export const fillFromEInvoice = (file: EInvoice): Filled => {
  const { number, issueDate, period, deliveryDate, notes, totals } = file
  const lines = [...file.lines.map(lineOf), ...file.adjustments.map(adjustmentLine)].map(keptLine)
  const { lines: written, ...input } = withinLimits({
    number,
    issuedOn: issueDate,
    periodFrom: period.from ?? deliveryDate ?? null,
    periodTo: period.to ?? deliveryDate ?? null,
    note: cut(notes.join('\n'), 2_000),
    lines: lines.map(({ net: _, ...line }) => line),
  })
  const net = totals.taxExclusive
  return {
    input,
    sums: holdAmounts({
      lines: written.map((line, index) => ({ ...line, net: lines[index]?.net ?? zero(file.currency) })),
      net,
      tax: totals.tax,
      adjustment: subtract(totals.payable, add(net, totals.tax)),
      total: totals.payable,
    }),
  }
}

/** One validation for what is typed and what is read; the pointers are those of the invoice, not of the request. */
const withinLimits = (filled: z.input<typeof InvoiceInput>): InvoiceInput => {
  try {
    return parse(InvoiceInput, filled)
  } catch (error) {
    throw error instanceof Problem ? fileBeyondLimits(error.extras) : error
  }
}

const lineOf = ({
  name,
  description,
  quantity,
  unitCode,
  netAmount,
  taxRate,
  ...line
}: EInvoiceLine): InvoiceLine => ({
  description: cut(description ? `${name}: ${description}` : name, 500),
  quantity,
  unit: unitNames.get(unitCode ?? '') ?? unitCode ?? 'piece',
  unitPrice: line.baseQuantity === '1' ? line.unitPrice : perUnit(line.unitPrice, line.baseQuantity),
  taxRate: taxRate ?? '0',
  net: netAmount,
})

const adjustmentLine = ({ kind, amount, reason, taxRate }: EInvoiceAdjustment): InvoiceLine => {
  const sign = kind === 'allowance' ? '-' : ''
  const net = kind === 'allowance' ? money(-amount.minor, amount.currency) : amount
  return {
    description: reason ? cut(reason, 500) : kind === 'allowance' ? 'Allowance' : 'Charge',
    quantity: `${sign}1`,
    unit: 'piece',
    unitPrice: decimalOf(amount),
    taxRate: taxRate ?? '0',
    net,
  }
}

/** A price for `base` units as the price of one, to the eight decimals that are kept. */
const perUnit = (price: string, base: string): string => {
  const [whole = '0', fraction = ''] = base.split('.')
  const divisor = BigInt(`${whole}${fraction}`)
  const [units = '0', parts = ''] = price.split('.')
  const scale = 10n ** BigInt(Math.max(0, 8 + fraction.length - parts.length))
  const digits = ((BigInt(`${units}${parts}`) * scale) / divisor).toString().padStart(9, '0')
  return withoutTrailingZeros(`${digits.slice(0, -8)}.${digits.slice(-8)}`)
}

/** UN/ECE Recommendation 20: the units that work is usually counted in. */
const unitNames: ReadonlyMap<string, string> = new Map([
  ['HUR', 'hour'],
  ['DAY', 'day'],
  ['WEE', 'week'],
  ['MON', 'month'],
  ['MIN', 'minute'],
  ['C62', 'piece'],
  ['H87', 'piece'],
  ['EA', 'piece'],
  ['LS', 'lump sum'],
])

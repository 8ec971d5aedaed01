import { distance, isWithinPriceRounding } from '#kernel/decimal.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import type { EInvoice, EInvoiceLine, EInvoiceRemark } from './e-invoice.ts'
import { shortened } from './fields.ts'

/** What is odd in a file and still can be read: for a person to look at. */
export const remarksOn = (invoice: Omit<EInvoice, 'remarks'>): readonly EInvoiceRemark[] => {
  const remarks = [
    ...invoice.lines.flatMap((line, index) => arithmeticOf(line, index)),
    ...invoice.lines.flatMap(({ taxCategory, taxRate }, index) =>
      categoryOf(`Line ${index + 1}`, taxCategory, taxRate),
    ),
    ...invoice.adjustments.flatMap(({ kind, taxCategory, taxRate }) =>
      categoryOf(kind === 'charge' ? 'A charge' : 'An allowance', taxCategory ?? '', taxRate),
    ),
    ...repeatedIds(invoice.lines),
  ]
  return remarks.slice(0, mostRemarks)
}

/** More would not be read, and a file of seven thousand odd lines must not make an invoice of as many remarks. */
const mostRemarks = 50

/** A price is often rounded, and a quantity times such a price is off by as much; more than that is another sum. */
const arithmeticOf = (line: EInvoiceLine, index: number): readonly EInvoiceRemark[] => {
  const { fromPrice, netAmount, followsFromPrice } = line
  if (followsFromPrice || isWithinPriceRounding(line, distance(fromPrice, netAmount))) return []
  const detail = `Line ${index + 1} says ${words(netAmount)}, but its quantity and price make ${words(fromPrice)}.`
  return [{ code: 'line-arithmetic', detail }]
}

const words = (amount: Money): string => `${decimalOf(amount)} ${amount.currency}`

/** UNTDID 5305 as EN 16931 uses it (rules BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05, BR-O-05: no rate but zero). */
const withoutTax = new Map([
  ['Z', 'zero rated'],
  ['E', 'exempt from tax'],
  ['AE', 'reverse charge'],
  ['K', 'supply within the EU'],
  ['G', 'export'],
  ['O', 'outside the scope of tax'],
])

const categoryOf = (what: string, category: string, rate = '0'): readonly EInvoiceRemark[] => {
  const meaning = withoutTax.get(category)
  if (meaning && rate !== '0')
    return [
      { code: 'tax-category', detail: `${what} is marked ${category} (${meaning}), but has a tax of ${rate} %.` },
    ]
  // BR-S-05: the standard rate is more than nothing.
  if (category === 'S' && rate === '0')
    return [{ code: 'tax-category', detail: `${what} is marked S (standard rate), but has no tax.` }]
  return []
}

/** CEN's own sample has two lines of one id; the lines are told apart by their place. */
const repeatedIds = (lines: readonly EInvoiceLine[]): readonly EInvoiceRemark[] => {
  const byId = Map.groupBy(lines, ({ id }) => id)
  return [...byId]
    .filter(([, group]) => group.length > 1)
    .map(([id, group]) => ({
      code: 'line-id-repeated',
      detail: `${group.length} lines have the same number ${shortened(id)}.`,
    }))
}

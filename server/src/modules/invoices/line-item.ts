import { type Currency, type Money, sumOf } from '#kernel/money.ts'
import type { InvoiceLine, InvoiceLineInput } from './contract.ts'
import { percentOf, priceFor } from './e-invoice/decimal.ts'

/** What a line comes to: quantity times price, exact until the one rounding to the minor unit of the currency. */
export const lineOf = (input: InvoiceLineInput, currency: Currency): InvoiceLine => ({
  ...input,
  net: priceFor({ ...input, baseQuantity: '1' }, currency),
})

/** Tax is computed once per rate over all its lines, so that rounding does not add up line by line (EN 16931, BR-CO-17). */
export const taxOf = (lines: readonly InvoiceLine[], currency: Currency): Money => {
  const byRate = Map.groupBy(lines, ({ taxRate }) => canonicalRate(taxRate))
  const taxes = [...byRate].map(([rate, group]) => {
    const net = sumOf(
      group.map((line) => line.net),
      currency,
    )
    return percentOf(net, rate)
  })
  return sumOf(taxes, currency)
}

/** "19", "19.0" and "19.00" are one rate. */
const canonicalRate = (rate: string): string => (rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate)

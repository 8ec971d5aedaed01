import { decimalsOf } from '#kernel/currency.ts'
import { percentOf, plainDecimal, priceFor, roundedTo } from '#kernel/decimal.ts'
import { type Currency, type Money, sumOf } from '#kernel/money.ts'
import { withoutTrailingZeros } from '#kernel/trailing.ts'
import type { InvoiceLine, InvoiceLineInput } from './contract.ts'

/** What a line comes to: quantity times price, exact until the one rounding to the minor unit of the currency. */
export const lineOf = (input: InvoiceLineInput, currency: Currency): InvoiceLine => ({
  ...input,
  net: priceFor({ ...input, baseQuantity: '1' }, currency),
})

/**
 * A line as it is kept and shown: numbers written the one plain way with the decimals that the table holds, prices with
 * at least the decimals of their currency. So a draft can be answered without being read back.
 */
export const keptLine = (line: InvoiceLine): InvoiceLine => ({
  ...line,
  quantity: written(line.quantity, 6),
  unitPrice: priceText(written(line.unitPrice, 8), line.net.currency),
  taxRate: written(line.taxRate, 4),
})

const written = (decimal: string, decimals: number): string => roundedTo(plainDecimal(decimal) ?? decimal, decimals)

/** "85" dollars are written "85.00". The same rule as `price_text` of the database. */
const priceText = (plain: string, currency: Currency): string => {
  const [whole = '0', fraction = ''] = plain.split('.')
  const decimals = fraction.padEnd(decimalsOf(currency), '0')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** Tax is computed once per rate over all its lines, so that rounding does not add up line by line (EN 16931, BR-CO-17). */
export const taxOf = (lines: readonly InvoiceLine[], currency: Currency): Money => {
  const byRate = Map.groupBy(lines, ({ taxRate }) => withoutTrailingZeros(taxRate))
  const taxes = [...byRate].map(([rate, group]) => {
    const net = sumOf(
      group.map((line) => line.net),
      currency,
    )
    return percentOf(net, rate)
  })
  return sumOf(taxes, currency)
}

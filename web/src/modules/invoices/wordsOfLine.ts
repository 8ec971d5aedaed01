import { type Currency, minorFromDecimal, money } from '#kernel/money.ts'
import type { InvoiceLineInput } from '#modules/invoices/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'

type Line = Pick<InvoiceLineInput, 'quantity' | 'unit' | 'unitPrice' | 'taxRate'>

/** "37.5 hours × $80.00", and the tax where there is some. */
export const wordsOfLine = ({ quantity, unit, unitPrice, taxRate }: Line, currency: Currency): string => {
  const tax = /^0(\.0+)?$/.test(taxRate) ? '' : `, ${taxRate} % tax`
  return `${quantity} ${unitFor(unit, quantity)} × ${priceIn(unitPrice, currency)}${tax}`
}

/** The units of the form have a plural; what an e-invoice calls its units stays as it is. */
const plurals: ReadonlyMap<string, string> = new Map(
  ['hour', 'day', 'piece', 'word', 'page'].map((one) => [one, `${one}s`]),
)

const unitFor = (unit: string, quantity: string): string => (quantity === '1' ? unit : (plurals.get(unit) ?? unit))

/** Prices of a line may have more decimals than money has; those are shown as they are. */
const priceIn = (price: string, currency: Currency): string => {
  const minor = minorFromDecimal(price, currency)
  return minor === undefined ? `${price} ${currency}` : formatMoney(money(minor, currency))
}

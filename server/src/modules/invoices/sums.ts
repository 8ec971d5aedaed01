import { add, type Currency, decimalOf, type Money, sumOf } from '#kernel/money.ts'
import type { FieldError } from '#kernel/problem.ts'
import { withoutTrailingZeros } from '#kernel/trailing.ts'
import type { InvoiceLine, InvoiceLineInput } from './contract.ts'
import type { Invoice } from './invoice.ts'
import { keptLine, lineOf, taxOf } from './line-item.ts'
import { amountTooLarge } from './problems.ts'

export type Sums = Readonly<{
  lines: readonly InvoiceLine[]
  net: Money
  tax: Money
  adjustment: Money
  total: Money
}>

/** What the lines come to. Computed here alone; a caller's own total is never taken. */
export const sumsOf = (written: readonly InvoiceLineInput[], currency: Currency): Sums => {
  const lines = written.map((line) => lineOf(line, currency))
  const net = netOf(lines, currency)
  const tax = taxOf(lines, currency)
  return { lines, net, tax, adjustment: { minor: 0n, currency }, total: add(net, tax) }
}

const netOf = (lines: readonly InvoiceLine[], currency: Currency): Money =>
  sumOf(
    lines.map((line) => line.net),
    currency,
  )

/**
 * What the invoice comes to with these lines. A file states amounts that follow from nothing else it says: the net of a
 * line with an allowance, the tax rounded line by line, what was paid before. A line whose numbers are the same keeps its
 * net, the tax stays while every rate has the same net, and what was paid before stays in any case.
 */
export const sumsAfter = (
  { lines: before, tax, adjustment, currency }: Pick<Invoice, 'lines' | 'tax' | 'adjustment' | 'currency'>,
  written: readonly InvoiceLineInput[],
): Sums => {
  const lines = withKeptNets(
    before,
    written.map((line) => keptLine(lineOf(line, currency))),
  )
  const net = netOf(lines, currency)
  const taxNow = netsByRate(lines) === netsByRate(before) ? tax : taxOf(lines, currency)
  return { lines, net, tax: taxNow, adjustment, total: add(net, taxNow, adjustment) }
}

/** First those that are the same in every word, so that two lines of one price do not change places. */
const withKeptNets = (before: readonly InvoiceLine[], lines: readonly InvoiceLine[]): readonly InvoiceLine[] => {
  const left = [...before]
  const take = (isSame: (one: InvoiceLine) => boolean): Money | undefined => {
    const at = left.findIndex(isSame)
    return at < 0 ? undefined : left.splice(at, 1)[0]?.net
  }
  const nets = lines.map((line) => take((one) => one.description === line.description && isOfSameNumbers(one, line)))
  return lines.map((line, at) => ({
    ...line,
    net: nets[at] ?? take((one) => isOfSameNumbers(one, line)) ?? line.net,
  }))
}

const isOfSameNumbers = (one: InvoiceLine, other: InvoiceLine): boolean =>
  one.quantity === other.quantity && one.unitPrice === other.unitPrice && one.taxRate === other.taxRate

const netsByRate = (lines: readonly InvoiceLine[]): string => {
  const byRate = Map.groupBy(lines, ({ taxRate }) => withoutTrailingZeros(taxRate))
  const nets = [...byRate].map(([rate, group]) => [rate, `${group.reduce((sum, { net }) => sum + net.minor, 0n)}`])
  return JSON.stringify(nets.sort())
}

/** Far beyond any invoice, and far enough below what the database holds that thousands of them still add up. */
const mostMinor = 10n ** 15n

/** An amount that follows from others has a bound of its own: two numbers that fit may make one that does not. */
export const holdAmounts = (sums: Sums): Sums => {
  const lines = sums.lines.flatMap(({ net }, index) => tooLarge(net, `#/lines/${index}`))
  const whole = lines.length > 0 ? [] : [sums.net, sums.tax, sums.adjustment, sums.total]
  const errors = [...lines, ...whole.flatMap((amount) => tooLarge(amount, '#/lines')).slice(0, 1)]
  if (errors.length > 0) throw amountTooLarge({ errors })
  return sums
}

const tooLarge = (amount: Money, pointer: string): readonly FieldError[] =>
  amount.minor <= mostMinor && amount.minor >= -mostMinor
    ? []
    : [
        {
          pointer,
          detail: `This comes to more than ${decimalOf({ ...amount, minor: mostMinor })} ${amount.currency}.`,
        },
      ]

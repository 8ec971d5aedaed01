import { add, basisPoints, type Currency, type Money, minorFromDecimal, money, sumOf, times } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { plainNumber, type TypedLine } from '#web/modules/invoices/typedInvoice.ts'

type Line = Pick<TypedLine, 'quantity' | 'unitPrice' | 'taxRate'>

export type TypedTotals = Readonly<{ net: Money; tax: Money; total: Money }>

/** What a typed line comes to, by the rule of the server; undefined while it cannot be said. */
export const netOf = ({ quantity, unitPrice }: Line, currency: Currency): Money | undefined => {
  const price = minorFromDecimal(unitPrice, currency)
  const count = plainNumber(quantity)
  if (price === undefined || !/^\d{1,9}(\.\d{1,6})?$/.test(count)) return undefined
  return orUnsaid(() => times(money(price, currency), count))
}

/** What the invoice comes to; undefined as soon as one line cannot be said, because a part of a sum is no sum. */
export const totalsOf = (lines: readonly Line[], currency: Currency): TypedTotals | undefined => {
  const known = lines.flatMap((line) => {
    const net = netOf(line, currency)
    const points = pointsOf(line.taxRate)
    return net === undefined || points === undefined ? [] : [{ net, points }]
  })
  return known.length < lines.length ? undefined : orUnsaid(() => added(known, currency))
}

type Known = Readonly<{ net: Money; points: bigint }>

const added = (known: readonly Known[], currency: Currency): TypedTotals => {
  const net = sumOf(
    known.map((line) => line.net),
    currency,
  )
  // Once per rate over all its lines, as the server does it, so that cents do not drift.
  const taxes = [...Map.groupBy(known, ({ points }) => points)].map(([points, group]) =>
    basisPoints(
      sumOf(
        group.map((line) => line.net),
        currency,
      ),
      points,
    ),
  )
  const tax = sumOf(taxes, currency)
  return { net, tax, total: add(net, tax) }
}

/** What comes to more than an amount can be is refused by the arithmetic; while somebody types, it is only not said. */
const orUnsaid = <Said>(reckon: () => Said): Said | undefined => {
  try {
    return reckon()
  } catch (refusal) {
    if (refusal instanceof Problem) return undefined
    throw refusal
  }
}

/** "7.7" per cent are 770 basis points. */
const pointsOf = (rate: string): bigint | undefined => {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plainNumber(rate)) ?? []
  return whole === undefined ? undefined : BigInt(`${whole}${fraction.padEnd(2, '0')}`)
}

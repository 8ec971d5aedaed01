import { addMonths, PlainDate } from '#kernel/dates.ts'
import { add, type Currency, type Money, sumOf, zero } from '#kernel/money.ts'
import type { Month, SpendCell } from '#modules/reports/contract.ts'

export type SpendRow = Readonly<{
  id: string
  name: string
  byMonth: ReadonlyMap<Month, Money>
  total: Money
  invoices: number
}>

export type SpendTable = Readonly<{
  months: readonly Month[]
  /** The most expensive first. */
  rows: readonly SpendRow[]
  byMonth: ReadonlyMap<Month, Money>
  total: Money
}>

/** Every month from the first to the last, also those in which nothing was spent. */
export const monthsBetween = (from: Month, to: Month): readonly Month[] => {
  const last = firstDay(to)
  const months: Month[] = []
  for (let day = firstDay(from); day <= last; day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return months
}

export const firstDay = (month: Month): PlainDate => PlainDate.parse(`${month}-01`)

/** The currencies in a report, the one with the most invoices first. Amounts of two are never added. */
export const currenciesIn = (cells: readonly SpendCell[]): readonly Currency[] => {
  const counts = new Map<Currency, number>()
  for (const { currency, invoices } of cells) counts.set(currency, (counts.get(currency) ?? 0) + invoices)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency)
}

type Span = Readonly<{ from: Month; to: Month }>

/** Groups by months in one currency, with the sums of both. */
export const spendTable = (all: readonly SpendCell[], { from, to }: Span, currency: Currency): SpendTable => {
  const cells = all.filter((cell) => cell.currency === currency)
  const groups = Map.groupBy(cells, ({ groupId }) => groupId)
  const rows = [...groups].map(([id, own]) => ({
    id,
    name: own[0]?.groupName ?? '',
    byMonth: sumsByMonth(own),
    total: totalOf(own, currency),
    invoices: own.reduce((sum, { invoices }) => sum + invoices, 0),
  }))
  return {
    months: monthsBetween(from, to),
    rows: rows.toSorted((one, other) => (one.total.minor < other.total.minor ? 1 : -1)),
    byMonth: sumsByMonth(cells),
    total: totalOf(cells, currency),
  }
}

const totalOf = (cells: readonly SpendCell[], currency: Currency): Money =>
  sumOf(
    cells.map(({ amount }) => amount),
    currency,
  )

const sumsByMonth = (cells: readonly SpendCell[]): ReadonlyMap<Month, Money> => {
  const sums = new Map<Month, Money>()
  for (const { month, amount } of cells) {
    const before = sums.get(month)
    sums.set(month, before ? add(before, amount) : amount)
  }
  return sums
}

/** So many groups have a colour of their own; the others share one. */
const ownColours = 5

export type Series = Readonly<{ key: string; name: string; byMonth: ReadonlyMap<Month, Money> }>

/** What the bars are made of: the largest groups, and the rest as one. */
export const seriesOf = ({ rows, months, total }: SpendTable): readonly Series[] => {
  const own = rows.slice(0, ownColours).map(({ id, name, byMonth }) => ({ key: id, name, byMonth }))
  const rest = rows.slice(ownColours)
  if (rest.length === 0) return own
  const sums = months.map((month) => {
    const amounts = rest.flatMap(({ byMonth }) => byMonth.get(month) ?? [])
    return [month, amounts.length === 0 ? zero(total.currency) : sumOf(amounts, total.currency)] as const
  })
  return [...own, { key: 'rest', name: `${rest.length} others`, byMonth: new Map(sums) }]
}

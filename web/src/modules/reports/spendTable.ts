import { addMonths, PlainDate } from '#kernel/dates.ts'
import { add, type Currency, type Money, subtract, sumOf, zero } from '#kernel/money.ts'
import type { Month, SpendCell, SpendTotal } from '#modules/reports/contract.ts'

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
  /** How many of them were counted. */
  invoices: number
  /** There are more groups than rows. */
  isCut: boolean
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
export const currenciesIn = (cells: readonly SpendTotal[]): readonly Currency[] => {
  const counts = new Map<Currency, number>()
  for (const { currency, invoices } of cells) counts.set(currency, (counts.get(currency) ?? 0) + invoices)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency)
}

type Spend = Readonly<{
  from: Month
  to: Month
  cells: readonly SpendCell[]
  totals: readonly SpendTotal[]
  isCut: boolean
}>

/** Groups by months in one currency. What all came to was summed where all are, also those that are not shown. */
export const spendTable = ({ from, to, isCut, ...spend }: Spend, currency: Currency): SpendTable => {
  const cells = spend.cells.filter((cell) => cell.currency === currency)
  const totals = spend.totals.filter((total) => total.currency === currency)
  const groups = Map.groupBy(cells, ({ groupId }) => groupId)
  const rows = [...groups].map(([id, own]) => ({
    id,
    name: own[0]?.groupName ?? '',
    byMonth: sumsByMonth(own),
    total: totalOf(own, currency),
    invoices: countOf(own),
  }))
  return {
    months: monthsBetween(from, to),
    rows: rows.toSorted((one, other) => (one.total.minor < other.total.minor ? 1 : -1)),
    byMonth: sumsByMonth(totals),
    total: totalOf(totals, currency),
    invoices: countOf(totals),
    isCut,
  }
}

const countOf = (cells: readonly SpendTotal[]): number => cells.reduce((sum, { invoices }) => sum + invoices, 0)

const totalOf = (cells: readonly SpendTotal[], currency: Currency): Money =>
  sumOf(
    cells.map(({ amount }) => amount),
    currency,
  )

const sumsByMonth = (cells: readonly SpendTotal[]): ReadonlyMap<Month, Money> => {
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
export const seriesOf = ({ rows, months, byMonth: all, total, isCut }: SpendTable): readonly Series[] => {
  const own = rows.slice(0, ownColours).map(({ id, name, byMonth }) => ({ key: id, name, byMonth }))
  const others = rows.length - own.length
  if (others === 0 && !isCut) return own
  const none = zero(total.currency)
  const rest = months.map((month) => {
    const amounts = own.map(({ byMonth }) => byMonth.get(month) ?? none)
    return [month, subtract(all.get(month) ?? none, sumOf(amounts, total.currency))] as const
  })
  const name = isCut ? 'All others' : `${others} others`
  return [...own, { key: 'rest', name, byMonth: new Map(rest) }]
}

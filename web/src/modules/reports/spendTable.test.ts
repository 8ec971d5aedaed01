import { describe, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import type { SpendCell } from '#modules/reports/contract.ts'
import { currenciesIn, monthsBetween, seriesOf, spendTable } from './spendTable.ts'

const cell = (group: string, month: string, minor: bigint, { currency = 'USD', invoices = 1 } = {}): SpendCell => ({
  month,
  groupId: group,
  groupName: group,
  currency,
  amount: money(minor, currency),
  invoices,
})

const span = { from: '2026-09', to: '2026-11' }
const spendOf = (cells: readonly SpendCell[]) => ({ ...span, cells, totals: cells, isCut: false })

test('months in which nothing was spent are there', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('amounts of two currencies are never added', () => {
  const cells = [cell('Design', '2026-10', 100n), cell('Design', '2026-10', 900n, { currency: 'EUR' })]

  expect(spendTable(spendOf(cells), 'USD').total).toEqual(money(100n, 'USD'))
  expect(spendTable(spendOf(cells), 'EUR').total).toEqual(money(900n, 'EUR'))
})

test('the currency with the most invoices comes first', () => {
  const cells = [
    cell('Design', '2026-10', 900n, { invoices: 2 }),
    cell('Design', '2026-10', 1n, { currency: 'EUR', invoices: 3 }),
  ]

  expect(currenciesIn(cells)).toEqual(['EUR', 'USD'])
})

describe('groups by months', () => {
  const table = spendTable(
    spendOf([
      cell('Design', '2026-09', 100n),
      cell('Design', '2026-11', 50n),
      cell('Editorial', '2026-11', 400n, { invoices: 3 }),
    ]),
    'USD',
  )

  test('the most expensive is first', () => {
    expect(table.rows.map(({ name, invoices }) => [name, invoices])).toEqual([
      ['Editorial', 3],
      ['Design', 2],
    ])
  })

  test('rows and columns add up to the same', () => {
    expect(table.rows.map(({ total }) => total.minor)).toEqual([400n, 150n])
    expect([...table.byMonth.values()].reduce((sum, { minor }) => sum + minor, 0n)).toBe(table.total.minor)
    expect(table.byMonth.get('2026-11')).toEqual(money(450n, 'USD'))
  })
})

test('what has no colour of its own is shown as the others, whole', () => {
  const many = Array.from({ length: 8 }, (_, index) => cell(`Group ${index}`, '2026-10', BigInt(100 * (index + 1))))

  const series = seriesOf(spendTable(spendOf(many), 'USD'))

  expect(series.map(({ name }) => name)).toEqual(['Group 7', 'Group 6', 'Group 5', 'Group 4', 'Group 3', '3 others'])
  expect(series.at(-1)?.byMonth.get('2026-10')).toEqual(money(600n, 'USD'))
})

test('what is not shown is in the sums, and among the others', () => {
  const shown = [cell('Design', '2026-10', 100n)]
  const all = { ...span, cells: shown, totals: [cell('', '2026-10', 350n, { invoices: 4 })], isCut: true }

  const table = spendTable(all, 'USD')

  expect([table.total, table.invoices]).toEqual([money(350n, 'USD'), 4])
  expect(seriesOf(table).map(({ name, byMonth }) => [name, byMonth.get('2026-10')])).toEqual([
    ['Design', money(100n, 'USD')],
    ['All others', money(250n, 'USD')],
  ])
})

import { describe, expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { money } from '#kernel/money.ts'
import type { PayableRow } from '#modules/payments/payables/contract.ts'
import type { AssignmentRow } from '#modules/work/contract.ts'
import { comingPayments, comingWork } from './weekOf.ts'

const day = (text: string) => PlainDate.parse(text)
const today = day('2026-11-22')

const work = (status: AssignmentRow['status'], days: Partial<Record<'startsOn' | 'endsOn' | 'answerBy', string>>) =>
  ({
    id: 'a',
    title: 'Icon set',
    contractorName: 'Priya Raman',
    status,
    startsOn: day(days.startsOn ?? '2026-01-05'),
    endsOn: days.endsOn === undefined ? null : day(days.endsOn),
    answerBy: day(days.answerBy ?? '2026-01-02'),
  }) as AssignmentRow

const titles = (all: readonly Readonly<{ title: string }>[]) => all.map(({ title }) => title)

describe('nothing comes this week', () => {
  test('of work that ends in a week and a day', () =>
    expect(comingWork([work('active', { endsOn: '2026-11-29' })], today)).toEqual([]))
  test('of work that ended yesterday', () =>
    expect(comingWork([work('active', { endsOn: '2026-11-21' })], today)).toEqual([]))
  test('of work with an open end', () => expect(comingWork([work('active', {})], today)).toEqual([]))
})

test('offers run out, accepted work begins and active work ends', () => {
  const all = [
    work('offered', { answerBy: '2026-11-24' }),
    work('accepted', { startsOn: '2026-11-23' }),
    work('active', { endsOn: '2026-11-28' }),
  ]

  expect(titles(comingWork(all, today))).toEqual([
    'The offer “Icon set” runs out',
    '“Icon set” begins',
    '“Icon set” ends',
  ])
})

const owed = (dueOn: string, minor: bigint, currency = 'USD') =>
  ({ contractorName: 'Priya Raman', dueOn: day(dueOn), amount: money(minor, currency) }) as PayableRow

test('what falls due on one day is one line, each currency by itself', () => {
  const all = [owed('2026-11-25', 100_00n), owed('2026-11-25', 50_00n), owed('2026-11-25', 70_00n, 'EUR')]

  expect(comingPayments(all, today, false)).toMatchObject([
    { title: '$150.00 falls due', detail: '2 invoices' },
    { title: '€70.00 falls due', detail: 'Priya Raman' },
  ])
})

test('what is overdue is due today', () => {
  expect(comingPayments([owed('2026-10-01', 100_00n), owed('2026-11-22', 1_00n)], today, false)).toMatchObject([
    { on: today, title: '$101.00 falls due' },
  ])
})

test('where more falls due than is looked through, the last day has no sum', () => {
  const all = [owed('2026-11-22', 100_00n), owed('2026-11-23', 50_00n), owed('2026-11-23', 7_00n)]

  expect(comingPayments(all, today, true)).toMatchObject([
    { title: '$100.00 falls due' },
    { title: 'Payments fall due', detail: 'More than 2 invoices' },
  ])
})

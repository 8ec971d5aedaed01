import { addDays, type PlainDate } from '#kernel/dates.ts'
import { sumOf } from '#kernel/money.ts'
import type { PayableRow } from '#modules/payments/payables/contract.ts'
import type { AssignmentRow } from '#modules/work/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'

/** Something that happens on a day of the coming week. */
export type Coming = Readonly<{
  id: string
  on: PlainDate
  title: string
  detail: string
  /** Below the organization. */
  path: string
}>

const weekDays = 7

/** Offers that run out, work that begins and work that ends. */
export const comingWork = (assignments: readonly AssignmentRow[], today: PlainDate): readonly Coming[] =>
  assignments.flatMap(({ id, title, contractorName, status, answerBy, startsOn, endsOn }) => {
    const about = { id, detail: contractorName, path: `assignments/${id}` }
    if (status === 'offered') return within(today, { ...about, on: answerBy, title: `The offer “${title}” runs out` })
    if (status === 'accepted') return within(today, { ...about, on: startsOn, title: `“${title}” begins` })
    return endsOn === null ? [] : within(today, { ...about, on: endsOn, title: `“${title}” ends` })
  })

/**
 * What falls due, one line for each day and currency. What is overdue is due today. The earliest come first: where there are
 * more than these, the last day goes on in rows that are not here, and a sum of half a day would be wrong.
 */
export const comingPayments = (
  payables: readonly PayableRow[],
  today: PlainDate,
  isCut: boolean,
): readonly Coming[] => {
  const lastDay = isCut ? (payables.at(-1)?.dueOn ?? today) : undefined
  return [
    ...Map.groupBy(payables, ({ dueOn, amount }) => `${dueOn < today ? today : dueOn} ${amount.currency}`),
  ].flatMap(([id, group]) => {
    const [first] = group
    if (!first) return []
    const on = first.dueOn < today ? today : first.dueOn
    const isWhole = lastDay === undefined || on < lastDay
    const amounts = group.map(({ amount }) => amount)
    const title = isWhole ? `${formatMoney(sumOf(amounts, first.amount.currency))} falls due` : 'Payments fall due'
    const count = isWhole ? `${group.length}` : `More than ${group.length}`
    const detail = isWhole && group.length === 1 ? first.contractorName : `${count} invoices`
    return within(today, { id, on, title, detail, path: 'payments' })
  })
}

const within = (today: PlainDate, coming: Coming): readonly Coming[] =>
  coming.on >= today && coming.on < addDays(today, weekDays) ? [coming] : []

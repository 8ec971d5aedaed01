import { addMonths, PlainDate as Day, firstDayOfMonth, type PlainDate } from '#kernel/dates.ts'
import type { Month } from './contract.ts'
import { periodBackwards, periodTooLong } from './problems.ts'

export type Months = Readonly<{ from: PlainDate; to: PlainDate }>

const mostMonths = 120
const usualMonths = 12

/** The first days of the first and the last month asked for: by itself, the last twelve months with the current one. */
export const monthsOf = (
  { from, to }: Readonly<{ from?: Month | undefined; to?: Month | undefined }>,
  today: PlainDate,
): Months => {
  const last = to ? firstDay(to) : firstDayOfMonth(today)
  const first = from ? firstDay(from) : addMonths(last, 1 - usualMonths)
  if (last < first)
    throw periodBackwards({ errors: [{ pointer: '#/to', detail: 'Choose a month on or after the first.' }] })
  if (addMonths(first, mostMonths) <= last)
    throw periodTooLong({ errors: [{ pointer: '#/from', detail: 'Choose a later month.' }] })
  return { from: first, to: last }
}

const firstDay = (month: Month): PlainDate => Day.parse(`${month}-01`)
export const monthOf = (day: PlainDate): Month => day.slice(0, 7)

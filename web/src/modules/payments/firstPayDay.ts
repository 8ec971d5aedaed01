import { addDays, type PlainDate, weekdayOf } from '#kernel/dates.ts'
import type { PayableTotal } from '#modules/payments/contract.ts'

/**
 * The day a new pay run starts with: the first weekday on which something is due, today at the earliest. Bank holidays
 * are known to the server alone, which refuses them by name.
 */
export const firstPayDay = (totals: readonly PayableTotal[], today: PlainDate): PlainDate => {
  const isDueNow = totals.some(({ due }) => due.count > 0)
  const days = totals.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()
  const [next] = days.filter((day) => day > today)
  return weekdayFrom(isDueNow || next === undefined ? today : next)
}

/** ISO weekdays: 6 is Saturday, 7 Sunday. */
const weekdayFrom = (day: PlainDate): PlainDate => {
  const weekday = weekdayOf(day)
  return weekday < 6 ? day : addDays(day, 8 - weekday)
}

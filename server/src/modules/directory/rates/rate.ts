import type { PlainDate } from '#kernel/dates.ts'
import type { RateView } from './contract.ts'

/** Of each unit the one that began last: a rate holds until the next of its unit begins. */
export const ratesOn = (rates: readonly RateView[], day: PlainDate): readonly RateView[] => {
  const latest = new Map<RateView['unit'], RateView>()
  for (const rate of rates) {
    const known = latest.get(rate.unit)
    if (rate.validFrom <= day && (!known || known.validFrom < rate.validFrom)) latest.set(rate.unit, rate)
  }
  return [...latest.values()]
}

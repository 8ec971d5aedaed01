import { type Money, sumOf } from '#kernel/money.ts'

/** One sum for each currency, in the order in which they first appear: amounts of two are never added. */
export const totalsByCurrency = (amounts: readonly Money[]): readonly Money[] =>
  [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, group]) => sumOf(group, currency))

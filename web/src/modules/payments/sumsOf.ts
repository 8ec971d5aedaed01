import { type Money, sumOf } from '#kernel/money.ts'

/** One sum for each currency: amounts in different ones are never added. */
export const sumsOf = (rows: readonly Readonly<{ amount: Money }>[]): readonly Money[] =>
  [
    ...Map.groupBy(
      rows.map(({ amount }) => amount),
      ({ currency }) => currency,
    ),
  ].map(([currency, amounts]) => sumOf(amounts, currency))

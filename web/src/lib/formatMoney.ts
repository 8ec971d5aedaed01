import { decimalOf, type Money } from '#kernel/money.ts'

/** "$1,250.00", "€1,250.00", "CA$1,250.00": exact, because Intl is given the decimal text and never a float. */
export const formatMoney = (money: Money): string => formatted(money, {})

/** For tiles and axes, where cents only make noise: "$418,220". */
export const formatMoneyWhole = (money: Money): string => formatted(money, { maximumFractionDigits: 0 })

/** For charts: "$1.2M". */
export const formatMoneyShort = (money: Money): string =>
  formatted(money, { notation: 'compact', maximumFractionDigits: 1 })

const formatted = (money: Money, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: money.currency, ...options })
    // `decimalOf` writes a plain decimal, which is what the type asks for and cannot know.
    .format(decimalOf(money) as Intl.StringNumericLiteral)

/** "10,000". */
export const formatCount = (count: number): string => new Intl.NumberFormat('en-US').format(count)

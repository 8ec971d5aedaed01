import type { AssignmentRow } from '#modules/work/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'

/** "$95.00 an hour", "$6,800.00 fixed". */
export const priceWords = ({ pricing, price }: Pick<AssignmentRow, 'pricing' | 'price'>): string =>
  `${formatMoney(price)} ${pricing === 'hourly' ? 'an hour' : 'fixed'}`

import type { Tx } from '#kernel/db.ts'
import type { Currency } from '#kernel/money.ts'
import { type StoredSchedule, usualSchedule } from './schedule.ts'
import { latestSchedule } from './store.ts'

/** When a legal entity pays what it owes in a currency. */
export const scheduleOf = async (
  tx: Tx,
  { legalEntityId, currency }: Readonly<{ legalEntityId: string; currency: Currency }>,
): Promise<StoredSchedule> => (await latestSchedule(tx, legalEntityId)) ?? usualSchedule(currency)

import { sql } from 'kysely'
import type { z } from 'zod'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import type { BankingCalendar } from '#modules/payments/banking-calendar.ts'
import type { PaymentTables } from '#modules/payments/tables.ts'
import { PaymentRule } from './contract.ts'
import type { StoredSchedule } from './schedule.ts'

const latest: Statement = {
  name: 'payments.schedule',
  text: `select rule, cut_off_banking_days as "cutOffBankingDays", calendar, set_at as "setAt", version
    from payment_schedules where organization_id = $1 and legal_entity_id = $2 order by version desc limit 1`,
}

type Row = Readonly<{
  rule: z.input<typeof PaymentRule>
  cutOffBankingDays: number
  calendar: BankingCalendar['id']
  setAt: Date
  version: number
}>

/** The version in force; undefined while none was ever set. */
export const latestSchedule = async (tx: Tx, legalEntityId: string): Promise<StoredSchedule | undefined> => {
  const [row] = await tx.named<Row>(latest, [tx.organizationId, legalEntityId])
  return row && { ...row, rule: PaymentRule.decode(row.rule) }
}

type Set = Readonly<{ legalEntityId: string; setBy: string; setAt: Date }>

/** A further version; those before stay. Of two at once, the second is refused by the key. */
export const insertSchedule = async (
  tx: Tx,
  { rule, cutOffBankingDays, calendar, version }: StoredSchedule,
  { legalEntityId, setBy, setAt }: Set,
): Promise<void> => {
  await tx
    .withTables<PaymentTables>()
    .insertInto('payment_schedules')
    .values({
      organization_id: tx.organizationId,
      legal_entity_id: legalEntityId,
      version,
      rule: sql`${JSON.stringify(rule)}::jsonb`,
      cut_off_banking_days: cutOffBankingDays,
      calendar,
      set_by: setBy,
      set_at: setAt,
    })
    .execute()
    .catch(refusing('payment_schedules_pkey', stale))
}

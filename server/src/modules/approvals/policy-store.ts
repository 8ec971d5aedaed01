import { refusing, type Tx } from '#kernel/db.ts'
import { type Money, money } from '#kernel/money.ts'
import { stale } from '#kernel/problem.ts'
import type { ApprovalTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<ApprovalTables>()

/** Version 0 while none was ever set. */
export type Policy = Readonly<{ version: number; secondAbove: readonly Money[] }>

export const currentPolicy = async (tx: Tx): Promise<Policy> => {
  const latest = await db(tx)
    .selectFrom('approval_policies')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('organization_id', '=', tx.organizationId)
    .executeTakeFirst()
  const version = latest?.version ?? 0
  const rows = await db(tx)
    .selectFrom('approval_thresholds')
    .select(['amount_minor', 'currency'])
    .where('organization_id', '=', tx.organizationId)
    .where('version', '=', version)
    .orderBy('currency')
    .execute()
  return { version, secondAbove: rows.map(({ amount_minor, currency }) => money(amount_minor, currency)) }
}

type Setting = Readonly<{ setBy: string; setAt: Date }>

/** A further version; those before stay. Of two at once, the second is refused by the key. */
export const insertPolicy = async (tx: Tx, { version, secondAbove }: Policy, { setBy, setAt }: Setting) => {
  const organization_id = tx.organizationId
  await db(tx)
    .insertInto('approval_policies')
    .values({ organization_id, version, set_by: setBy, set_at: setAt })
    .execute()
    .catch(refusing('approval_policies_pkey', stale))
  const rows = secondAbove.map(({ minor, currency }) => ({ organization_id, version, currency, amount_minor: minor }))
  if (rows.length > 0) await db(tx).insertInto('approval_thresholds').values(rows).execute()
}

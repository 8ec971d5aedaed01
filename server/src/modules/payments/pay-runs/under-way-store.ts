import type { Statement, Tx } from '#kernel/db.ts'

const underWay: Statement = {
  name: 'payments.runs-under-way',
  text: `select number, status, pay_on as "payOn", payment_count as payments,
      money_json(total_minor, currency) as total
    from pay_runs where organization_id = $1 and status in ('open', 'locked', 'approved') order by number limit $2`,
}
const lastReleased: Statement = {
  name: 'payments.last-released-run',
  text: `select number, utc_text(released_at) as "releasedAt" from pay_runs
    where organization_id = $1 and released_at is not null order by released_at desc limit 1`,
}

export type RunUnderWay = Readonly<{
  number: number
  status: string
  payOn: string
  payments: number
  total: Readonly<{ amount: string; currency: string }>
}>

/** Runs whose money has not gone out as far as this database knows. */
export const runsUnderWay = (tx: Tx, limit: number): Promise<RunUnderWay[]> =>
  tx.named<RunUnderWay>(underWay, [tx.organizationId, limit])

export const lastReleasedRun = async (
  tx: Tx,
): Promise<Readonly<{ number: number; releasedAt: string }> | undefined> =>
  (await tx.named<{ number: number; releasedAt: string }>(lastReleased, [tx.organizationId]))[0]

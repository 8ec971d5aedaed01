import type { Statement, Tx } from '#kernel/db.ts'

const count: Statement = {
  name: 'messaging.count-waiting-mails',
  text: `select count(*)::int as mails from outgoing_mails where organization_id = $1 and status = 'waiting'`,
}
const putAside: Statement = {
  name: 'messaging.put-waiting-mails-aside',
  text: `update outgoing_mails set status = 'failed', last_error = $2
    where organization_id = $1 and status = 'waiting' returning id`,
}

export const countWaitingMails = async (tx: Tx): Promise<number> =>
  (await tx.named<{ mails: number }>(count, [tx.organizationId]))[0]?.mails ?? 0

export const putWaitingMailsAside = async (tx: Tx, reason: string): Promise<number> =>
  (await tx.named(putAside, [tx.organizationId, reason])).length

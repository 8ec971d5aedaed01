import type { Statement, Tx } from '#kernel/db.ts'

const count: Statement = {
  name: 'access.count-open-ways-in',
  text: `select
    (select count(*) from api_keys where organization_id = $1 and revoked_at is null and expires_at > $2)::int as keys,
    (select count(*) from links where organization_id = $1 and used_at is null and expires_at > $2)::int as links`,
}
const endKeys: Statement = {
  name: 'access.end-every-key',
  text: `update api_keys set revoked_at = $2 where organization_id = $1 and revoked_at is null and expires_at > $2
    returning id`,
}
const endLinks: Statement = {
  name: 'access.end-every-link',
  text: `update links set used_at = $2 where organization_id = $1 and used_at is null and expires_at > $2 returning id`,
}
const endSetUp: Statement = {
  name: 'access.end-every-set-up-link',
  text: 'update auth.set_up_links set used_at = $1 where used_at is null',
}
const endVerifications: Statement = { name: 'access.end-every-verification', text: 'delete from auth.verifications' }

export type WaysIn = Readonly<{ keys: number; links: number }>

export const countWaysIn = async (tx: Tx, now: Date): Promise<WaysIn> => {
  const [row] = await tx.named<WaysIn>(count, [tx.organizationId, now])
  return row ?? { keys: 0, links: 0 }
}

export const endKeysAndLinks = async (tx: Tx, now: Date): Promise<WaysIn> => {
  const keys = await tx.named(endKeys, [tx.organizationId, now])
  const links = await tx.named(endLinks, [tx.organizationId, now])
  return { keys: keys.length, links: links.length }
}

/** What belongs to no organization: the link that sets one up, and links by mail that sign somebody in. */
export const endWaysOfNobody = async (tx: Tx, now: Date): Promise<void> => {
  await tx.named(endSetUp, [now])
  await tx.named(endVerifications, [])
}

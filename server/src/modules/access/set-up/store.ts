import { createHash } from 'node:crypto'
import type { Statement, Tx } from '#kernel/db.ts'
import { linkEnded } from '#modules/access/problems.ts'
import type { AuthTables } from '#modules/access/tables.ts'

const db = (tx: Tx) => tx.withTables<AuthTables>()

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type NewSetUpLink = Readonly<{ id: string; token: string; expiresAt: Date }>

export const insertSetUpLink = async (tx: Tx, { id, token, expiresAt }: NewSetUpLink): Promise<void> => {
  await db(tx)
    .insertInto('auth.set_up_links')
    .values({ id, token_hash: hashOf(token), expires_at: expiresAt, used_at: null })
    .execute()
}

const wait: Statement = {
  name: 'access.one-set-up-link-at-a-time',
  text: `select pg_advisory_xact_lock(hashtextextended('set-up link', 0))`,
}

/** Processes that start at once look for an open link one after the other. */
export const oneAtATime = async (tx: Tx): Promise<void> => {
  await tx.named(wait, [])
}

/** The id of the link that still works. One from before links had ids cannot be made again. */
export const lastOpenLink = async (tx: Tx, now: Date): Promise<string | undefined> =>
  (
    await db(tx)
      .selectFrom('auth.set_up_links')
      .select('id')
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where('id', 'is not', null)
      .orderBy('expires_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.id ?? undefined

export const endSetUpLinks = async (tx: Tx, now: Date): Promise<void> => {
  await db(tx).updateTable('auth.set_up_links').set({ used_at: now }).where('used_at', 'is', null).execute()
}

const openLinks = (tx: Tx, token: string, now: Date) =>
  db(tx)
    .selectFrom('auth.set_up_links')
    .select('token_hash')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)

export const findSetUpLink = async (tx: Tx, token: string, now: Date): Promise<void> => {
  if (!(await openLinks(tx, token, now).executeTakeFirst())) throw linkEnded()
}

/** Of two who come with the same link at once, the second waits and then finds it used. */
export const useSetUpLink = async (tx: Tx, token: string, now: Date): Promise<void> => {
  if (!(await openLinks(tx, token, now).forUpdate().executeTakeFirst())) throw linkEnded()
  await db(tx)
    .updateTable('auth.set_up_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .execute()
}

export const isAnybodyHere = async (tx: Tx): Promise<boolean> =>
  (await db(tx).selectFrom('auth.people').select('id').limit(1).executeTakeFirst()) !== undefined

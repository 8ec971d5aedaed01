import type { Tx } from '#kernel/db.ts'
import type { LinkId } from '#modules/access/contract.ts'
import { linkEnded } from '#modules/access/problems.ts'
import type { AccessTables } from '#modules/access/tables.ts'
import type { LinkPurpose } from './link-token.ts'

const db = (tx: Tx) => tx.withTables<AccessTables>()

type NewLink = Readonly<{ id: LinkId; purpose: LinkPurpose; subjectId: string; expiresAt: Date }>

export const insertLink = async (tx: Tx, { id, purpose, subjectId, expiresAt }: NewLink): Promise<void> => {
  await db(tx)
    .insertInto('links')
    .values({
      organization_id: tx.organizationId,
      id,
      purpose,
      subject_id: subjectId,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
}

type Wanted = Readonly<{ linkId: LinkId; purpose: LinkPurpose; now: Date }>

const openLinks = (tx: Tx, { linkId, purpose, now }: Wanted) =>
  db(tx)
    .selectFrom('links')
    .select(['id', 'subject_id'])
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', linkId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)

/** What a link that still works is about. */
export const subjectOfLink = async (tx: Tx, wanted: Wanted): Promise<string> => {
  const row = await openLinks(tx, wanted).executeTakeFirst()
  if (!row) throw linkEnded()
  return row.subject_id
}

/** Uses a link up. Of two who come at once, the second waits here and then finds it used. */
export const useLink = async (tx: Tx, wanted: Wanted): Promise<string> => {
  const row = await openLinks(tx, wanted).forUpdate().executeTakeFirst()
  if (!row) throw linkEnded()
  await db(tx)
    .updateTable('links')
    .set({ used_at: wanted.now })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', wanted.linkId)
    .execute()
  return row.subject_id
}

/** A newer link replaces those before it. */
export const endLinksOf = async (
  tx: Tx,
  { purpose, subjectId, now }: Readonly<{ purpose: LinkPurpose; subjectId: string; now: Date }>,
): Promise<void> => {
  await db(tx)
    .updateTable('links')
    .set({ used_at: now })
    .where('organization_id', '=', tx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
}

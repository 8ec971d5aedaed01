import type { Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'
import { LinkId } from '#modules/access/contract.ts'
import { linkEnded } from '#modules/access/problems.ts'
import type { AccessTables } from '#modules/access/tables.ts'
import type { LinkPurpose } from './link-token.ts'

const db = (tx: Tx) => tx.withTables<AccessTables>()

type NewLink = Readonly<{
  id: LinkId
  purpose: LinkPurpose
  subjectId: string
  expiresAt: Date
  madeBy: PersonId
}>

export const insertLink = async (tx: Tx, { id, purpose, subjectId, expiresAt, madeBy }: NewLink): Promise<void> => {
  await db(tx)
    .insertInto('links')
    .values({
      organization_id: tx.organizationId,
      id,
      purpose,
      subject_id: subjectId,
      expires_at: expiresAt,
      used_at: null,
      made_by: madeBy,
      shown_at: null,
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

export type OpenLink = Readonly<{
  linkId: LinkId
  expiresAt: Date
  madeBy: string | null
  shownAt: Date | null
}>

/** The one link of a kind that still works for this subject, held until the commit. */
export const lockOpenLinkOf = async (
  tx: Tx,
  { purpose, subjectId, now }: Readonly<{ purpose: LinkPurpose; subjectId: string; now: Date }>,
): Promise<OpenLink | undefined> => {
  const row = await db(tx)
    .selectFrom('links')
    .select(['id', 'expires_at', 'made_by', 'shown_at'])
    .where('organization_id', '=', tx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .forUpdate()
    .executeTakeFirst()
  return (
    row && { linkId: LinkId.parse(row.id), expiresAt: row.expires_at, madeBy: row.made_by, shownAt: row.shown_at }
  )
}

export const saveShown = async (tx: Tx, linkId: LinkId, now: Date): Promise<void> => {
  await db(tx)
    .updateTable('links')
    .set({ shown_at: now })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', linkId)
    .execute()
}

/** When each of these links ends, for those that still work. */
export const endsOfLinks = async (
  tx: Tx,
  linkIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> => {
  if (linkIds.length === 0) return new Map()
  const rows = await db(tx)
    .selectFrom('links')
    .select(['id', 'expires_at'])
    .where('organization_id', '=', tx.organizationId)
    .where('id', 'in', [...linkIds])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.id, row.expires_at]))
}

/** Whether this person made the link and nobody has looked at it. */
export const isUnseenLinkOf = async (
  tx: Tx,
  linkId: LinkId | null,
  { personId }: Readonly<{ personId: PersonId }>,
): Promise<boolean> => {
  if (linkId === null) return false
  const row = await db(tx)
    .selectFrom('links')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', linkId)
    .where('made_by', '=', personId)
    .where('used_at', 'is', null)
    .where('shown_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Every link that is about these subjects, and every one that this person has looked at: none of them works any more. */
export const endLinksKnownTo = async (
  tx: Tx,
  { subjectIds, personId, now }: Readonly<{ subjectIds: readonly string[]; personId: PersonId; now: Date }>,
): Promise<void> => {
  await db(tx)
    .updateTable('links')
    .set({ used_at: now })
    .where('organization_id', '=', tx.organizationId)
    .where('used_at', 'is', null)
    .where(({ eb, and, or }) =>
      or([
        eb('subject_id', 'in', [...subjectIds]),
        and([eb('made_by', '=', personId), eb('shown_at', 'is not', null)]),
      ]),
    )
    .execute()
}

import { sql } from 'kysely'
import type { Search } from '#kernel/background/schedule.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { Sealed } from '#kernel/secrets.ts'
import { type MailId, MailRow } from './contract.ts'
import { MailedLink } from './mail-content.ts'
import { mailNotFound } from './problems.ts'
import type { MessagingTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<MessagingTables>()

export type OutgoingMail = Readonly<{
  id: MailId
  kind: string
  subjectId: string
  toName: string
  toAddress: string
  subject: string
  content: Sealed | null
  link: MailedLink | null
}>

export const insertMail = async (tx: Tx, mail: OutgoingMail, now: Date): Promise<void> => {
  await db(tx)
    .insertInto('outgoing_mails')
    .values({
      organization_id: tx.organizationId,
      id: mail.id,
      kind: mail.kind,
      subject_id: mail.subjectId,
      to_name: mail.toName,
      to_address: mail.toAddress,
      subject: mail.subject,
      content_sealed: mail.content && Sealed.textOf(mail.content),
      link_purpose: mail.link?.purpose ?? null,
      link_id: mail.link?.linkId ?? null,
      status: 'waiting',
      next_try_at: now,
      written_at: now,
    })
    .execute()
}

const columns = [
  'id',
  'kind',
  'subject_id as subjectId',
  'to_name as toName',
  'to_address as toAddress',
  'subject',
  'content_sealed as contentSealed',
  'status',
  'attempts',
  'last_error as lastError',
  'written_at as writtenAt',
  'sent_at as sentAt',
] as const

type Row = Readonly<
  Omit<MailRow, 'id' | 'writtenAt' | 'sentAt'> & {
    id: string
    subjectId: string
    contentSealed: string | null
    writtenAt: Date
    sentAt: Date | null
  }
>

const mailOf = ({ contentSealed, ...row }: Row) => ({
  ...row,
  ...MailRow.decode({
    ...row,
    writtenAt: row.writtenAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }),
  content: contentSealed === null ? null : new Sealed(contentSealed),
})

export const mailsFor = async (
  tx: Tx,
  {
    status,
    after,
    limit,
  }: Readonly<{ status?: MailRow['status'] | undefined; after?: string | undefined; limit: number }>,
) => {
  const [before] = keyOf(after, ['id']) ?? []
  const rows = await db(tx)
    .selectFrom('outgoing_mails')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .$if(status !== undefined, (query) => query.where('status', 'in', status ? [status] : []))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(mailOf)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorOf([last.id]) : null }
}

export const mailFor = async (tx: Tx, mailId: MailId) => {
  const row = await db(tx)
    .selectFrom('outgoing_mails')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', mailId)
    .executeTakeFirst()
  if (!row) throw mailNotFound()
  return mailOf(row)
}

export const whoseMailWaits: Statement = {
  name: 'messaging.who-waits',
  text: 'select organizations_with_waiting_mail($1) as id',
}

/** Mails that wait for the mail server, longest first. */
export const waitingMailIds = async (
  tx: Tx,
  { now, atMost, except }: Search & Readonly<{ now: Date }>,
): Promise<readonly string[]> => {
  const rows = await db(tx)
    .selectFrom('outgoing_mails')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('status', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where(sql<boolean>`id <> all (${[...except]}::uuid[])`)
    .orderBy('next_try_at')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => id)
}

/** A mail that is still to be sent, held until the commit. */
export const holdWaitingMail = async (tx: Tx, mailId: MailId, now: Date) => {
  const row = await db(tx)
    .selectFrom('outgoing_mails')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', mailId)
    .where('status', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .forUpdate()
    .executeTakeFirst()
  return row && mailOf(row)
}

type Change = Partial<{
  status: 'sent' | 'waiting' | 'failed'
  attempts: number
  next_try_at: Date
  last_error: string | null
  sent_at: Date
  content_sealed: null
}>

export const updateMail = async (tx: Tx, mailId: MailId, change: Change): Promise<void> => {
  await db(tx)
    .updateTable('outgoing_mails')
    .set(change)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', mailId)
    .execute()
}

/** Mails that still lie here and name a link: what nobody has received yet, newest first. */
export const mailsWithLinks = async (tx: Tx) => {
  const rows = await db(tx)
    .selectFrom('outgoing_mails')
    .select(['kind', 'to_name as toName', 'to_address as toAddress', 'link_purpose', 'link_id'])
    .where('organization_id', '=', tx.organizationId)
    .where('status', '<>', 'sent')
    .where('link_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute()
  return rows.map(({ link_purpose, link_id, ...to }) => ({
    ...to,
    link: MailedLink.parse({ purpose: link_purpose, linkId: link_id }),
  }))
}

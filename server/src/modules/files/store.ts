import { type Selectable, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Search } from '#kernel/background/schedule.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { FileId } from './contract.ts'
import { fileNotFound } from './problems.ts'
import { placesSeen } from './sight-store.ts'
import { mayOpen, type StoredFile } from './stored-file.ts'
import type { FileTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<FileTables>()

const columns = [
  'id',
  'name',
  'media_type',
  'size_bytes',
  'sha256',
  'sensitivity',
  'uploaded_by',
  'uploaded_at',
  'attached_at',
  'subject_id',
  'contractor_id',
] as const

export const insertFile = async (tx: Tx, file: StoredFile): Promise<void> => {
  await db(tx)
    .insertInto('files')
    .values({
      organization_id: tx.organizationId,
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: BigInt(file.sizeBytes),
      sha256: file.sha256,
      sensitivity: file.sensitivity,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
      attached_at: file.attachedAt,
      subject_id: file.subjectId,
      contractor_id: file.contractorId,
    })
    .execute()
}

export const fileOf = async (tx: Tx, fileId: FileId): Promise<StoredFile> => {
  const row = await db(tx)
    .selectFrom('files')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!row) throw fileNotFound({ fileId })
  return fileFrom(row)
}

/** What the actor may not open is not there. */
export const fileFor = async (actor: Actor, tx: Tx, fileId: FileId): Promise<StoredFile> => {
  const file = await fileOf(tx, fileId)
  if (!mayOpen(actor, file, await placesSeen(actor, tx, [file]))) throw fileNotFound({ fileId })
  return file
}

/** Holds the row until the commit, so that two things cannot both take up one file. */
export const lockFile = async (tx: Tx, fileId: FileId): Promise<StoredFile> => {
  const row = await db(tx)
    .selectFrom('files')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', fileId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw fileNotFound({ fileId })
  return fileFrom(row)
}

export const saveAttachment = async (tx: Tx, file: StoredFile): Promise<void> => {
  await db(tx)
    .updateTable('files')
    .set({
      sensitivity: file.sensitivity,
      attached_at: file.attachedAt,
      subject_id: file.subjectId,
      contractor_id: file.contractorId,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', file.id)
    .execute()
}

const listLimit = 500

/** Oldest first. */
export const filesAbout = async (tx: Tx, subjectId: string): Promise<readonly StoredFile[]> => {
  const rows = await db(tx)
    .selectFrom('files')
    .select(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('subject_id', '=', subjectId)
    .orderBy('uploaded_at')
    .orderBy('id')
    .limit(listLimit)
    .execute()
  return rows.map(fileFrom)
}

const holdUploads: Statement = {
  name: 'files.hold-uploads',
  text: `select pg_advisory_xact_lock(hashtextextended('files.uploads ' || $1::text || ' ' || $2::text, 0))`,
}

/** Until the commit no other upload of this person is counted: of many at once, each counts those before it. */
export const holdUploadsOf = async (tx: Tx, personId: string): Promise<void> => {
  await tx.named(holdUploads, [tx.organizationId, personId])
}

/** How many files of this person wait for something to take them up, of those uploaded since. */
export const countWaiting = async (tx: Tx, personId: string, since: Date): Promise<bigint> => {
  const { waiting } = await db(tx)
    .selectFrom('files')
    .select(({ fn }) => fn.countAll<bigint>().as('waiting'))
    .where('organization_id', '=', tx.organizationId)
    .where('uploaded_by', '=', personId)
    .where('attached_at', 'is', null)
    .where('uploaded_at', '>', since)
    .executeTakeFirstOrThrow()
  return waiting
}

export const whoseAreForgotten: Statement = {
  name: 'files.whose-are-forgotten',
  text: 'select organizations_with_forgotten_files($1) as id',
}

/** The uploads that wait since before then, the oldest first. */
export const forgottenIds = async (
  tx: Tx,
  { before, atMost, except }: Search & Readonly<{ before: Date }>,
): Promise<readonly string[]> => {
  const rows = await db(tx)
    .selectFrom('files')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('attached_at', 'is', null)
    .where('uploaded_at', '<', before)
    .where(sql<boolean>`id <> all (${[...except]}::uuid[])`)
    .orderBy('uploaded_at')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => id)
}

/** Removes an upload that nothing took up. One that is being taken up this moment stays. */
export const removeForgotten = async (tx: Tx, fileId: FileId): Promise<StoredFile | undefined> => {
  const held = await db(tx)
    .selectFrom('files')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', fileId)
    .where('attached_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!held) return undefined
  const row = await db(tx)
    .deleteFrom('files')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', fileId)
    .returning(columns)
    .executeTakeFirst()
  return row && fileFrom(row)
}

/** Which of these contents belong to a file. */
export const keptHashes = async (tx: Tx, sha256s: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db(tx)
    .selectFrom('files')
    .select('sha256')
    .where('organization_id', '=', tx.organizationId)
    .where('sha256', '=', sql<string>`any(${[...sha256s]}::text[])`)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

type Row = Readonly<Omit<Selectable<FileTables['files']>, 'organization_id'>>

const fileFrom = (row: Row): StoredFile => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  sizeBytes: Number(row.size_bytes),
  sha256: row.sha256,
  sensitivity: row.sensitivity,
  uploadedBy: row.uploaded_by,
  uploadedAt: row.uploaded_at,
  attachedAt: row.attached_at,
  subjectId: row.subject_id,
  contractorId: row.contractor_id,
})

import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, reachOf } from '#kernel/actor.ts'
import type { Search } from '#kernel/background/schedule.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { Instant } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import type { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { FileId } from '#modules/files/contract.ts'
import { type Agreement, isMine, mayReadAgreement } from './agreement.ts'
import { AgreementContent, AgreementFields, AgreementRow, type AgreementStatus, SigningRole } from './contract.ts'
import { AgreementId, AgreementTemplateId } from './ids.ts'
import { agreementNotFound } from './problems.ts'
import type { AgreementTables } from './tables.ts'
import type { AgreementTemplate } from './templates/template.ts'

const db = (tx: Tx) => tx.withTables<AgreementTables>()

const row = `'id', a.id, 'title', a.title, 'kind', a.kind, 'status', a.status, 'contractorId', a.contractor_id,
  'contractorName', c.display_name, 'engagementId', a.engagement_id, 'counterSignature', a.counter_signature,
  'sentAt', utc_text(a.sent_at), 'expiresOn', a.expires_on, 'completedAt', utc_text(a.completed_at),
  'movedAt', utc_text(a.moved_at)`

const from = `from agreements a
  join contractors c on c.organization_id = a.organization_id and c.id = a.contractor_id`

const detail = (name: string, lock: '' | 'for update of a'): Statement => ({
  name: `agreements.${name}`,
  text: `select json_build_object(${row}, 'departmentId', c.department_id, 'templateId', a.template_id,
      'templateVersion', a.template_version, 'replacesId', a.replaces_id, 'fields', a.fields, 'content', a.content,
      'contentSha256', a.content_sha256, 'sentBy', a.sent_by, 'viewedAt', utc_text(a.viewed_at), 'reason', a.reason,
      'pdfFileId', a.pdf_file_id, 'pdfSha256', a.pdf_sha256, 'sealedFileId', a.sealed_file_id,
      'sealedSha256', a.sealed_sha256, 'version', a.version,
      'signatures', coalesce((select json_agg(json_build_object('role', s.role, 'personId', s.person_id,
          'name', s.name, 'capacity', s.capacity, 'signedAt', utc_text(s.signed_at)) order by s.signed_at, s.role)
        from agreement_signatures s where s.organization_id = $1 and s.agreement_id = a.id), '[]')) as agreement
    ${from} where a.organization_id = $1 and a.id = $2 ${lock}`,
})
const read = detail('agreement', '')
const lock = detail('lock-agreement', 'for update of a')

const list: Statement = {
  name: 'agreements.agreements',
  text: `select a.id, json_build_object(${row}) as agreement ${from}
    where a.organization_id = $1 and ($2::text is null or a.title ilike $2 or c.display_name ilike $2)
      and ($3::text[] is null or a.status = any ($3)) and ($4::uuid is null or a.contractor_id = $4)
      and ($5::uuid is null or a.engagement_id = $5) and ($6::uuid[] is null or c.department_id = any ($6))
      and (not $7 or a.sent_at is not null) and ($8::uuid is null or a.id < $8)
    order by a.id desc limit $9`,
}

const Detail = AgreementRow.extend({
  departmentId: z.string().nullable(),
  templateId: AgreementTemplateId,
  templateVersion: z.int(),
  replacesId: AgreementId.nullable(),
  fields: AgreementFields,
  content: AgreementContent.nullable(),
  contentSha256: z.string().nullable(),
  sentBy: PersonId.nullable(),
  viewedAt: Instant.nullable(),
  reason: z.string().nullable(),
  pdfFileId: FileId.nullable(),
  pdfSha256: z.string().nullable(),
  sealedFileId: FileId.nullable(),
  sealedSha256: z.string().nullable(),
  version: z.int(),
  signatures: z.array(
    z.object({
      role: SigningRole,
      personId: z.string(),
      name: z.string(),
      capacity: z.string(),
      signedAt: Instant,
    }),
  ),
})
type DetailRow = Readonly<{ agreement: z.input<typeof Detail> }>

const found = async (tx: Tx, how: Statement, agreementId: AgreementId): Promise<Agreement> => {
  const [row] = await tx.named<DetailRow>(how, [tx.organizationId, agreementId])
  if (!row) throw agreementNotFound({ agreementId })
  return Detail.decode(row.agreement)
}

export const agreementOf = (tx: Tx, agreementId: AgreementId): Promise<Agreement> => found(tx, read, agreementId)

/** Holds the row until the commit, for work that no page version stands behind. */
export const holdAgreement = (tx: Tx, agreementId: AgreementId): Promise<Agreement> => found(tx, lock, agreementId)

/** Staff in reach of it, or the contractor it was sent to. For anybody else it is not there. */
const seenBy = (actor: Actor, agreement: Agreement): Agreement => {
  if (mayReadAgreement(actor, agreement) || isMine(actor, agreement)) return agreement
  throw agreementNotFound({ agreementId: agreement.id })
}

export const agreementFor = async (actor: Actor, tx: Tx, agreementId: AgreementId): Promise<Agreement> =>
  seenBy(actor, await agreementOf(tx, agreementId))

export const lockAgreement = async (
  actor: Actor,
  tx: Tx,
  { agreementId, version }: Readonly<{ agreementId: AgreementId; version?: number }>,
): Promise<Agreement> => {
  const agreement = seenBy(actor, await holdAgreement(tx, agreementId))
  if (version !== undefined && agreement.version !== version) throw stale({ currentVersion: agreement.version })
  return agreement
}

type Page = Readonly<{
  search?: string | undefined
  status?: readonly AgreementStatus[] | undefined
  contractorId?: string | undefined
  engagementId?: string | undefined
  /** Leaves out what the contractor was never sent. */
  sentOnly?: boolean
  after?: string | undefined
  limit: number
}>

export const agreementsFor = async (actor: Actor, tx: Tx, page: Page) => {
  const { search, status, contractorId, engagementId, sentOnly = false, after, limit } = page
  const rows = await tx.named<{ id: string; agreement: z.input<typeof AgreementRow> }>(list, [
    tx.organizationId,
    search ? `%${search.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    status ?? null,
    contractorId ?? null,
    engagementId ?? null,
    sentOnly ? null : reachOf(actor),
    sentOnly,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ agreement }) => AgreementRow.decode(agreement)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}

/** Every agreement that this contractor was sent, for modules above; of an engagement also those about none. */
export const agreementsOf = async (
  tx: Tx,
  { contractorId, engagementId }: Readonly<{ contractorId: ContractorId; engagementId?: EngagementId }>,
): Promise<readonly (AgreementRow & Readonly<{ templateId: AgreementTemplateId }>)[]> => {
  const rows = await tx.named<{ agreement: z.input<typeof OfContractor> }>(ofContractor, [
    tx.organizationId,
    contractorId,
    engagementId ?? null,
  ])
  return rows.map(({ agreement }) => OfContractor.decode(agreement))
}

const OfContractor = AgreementRow.extend({ templateId: AgreementTemplateId })
const ofContractor: Statement = {
  name: 'agreements.of-contractor',
  text: `select json_build_object(${row}, 'templateId', a.template_id) as agreement ${from}
    where a.organization_id = $1 and a.contractor_id = $2 and a.sent_at is not null
      and ($3::uuid is null or a.engagement_id is null or a.engagement_id = $3)
    order by a.id desc limit 500`,
}

type New = Readonly<{
  id: AgreementId
  template: AgreementTemplate
  contractorId: ContractorId
  engagementId: EngagementId | null
  replacesId: AgreementId | null
  fields: AgreementFields
  draftedBy: PersonId
  now: Date
}>

export const insertDraft = async (tx: Tx, draft: New): Promise<void> => {
  const { template } = draft
  await db(tx)
    .insertInto('agreements')
    .values({
      organization_id: tx.organizationId,
      id: draft.id,
      template_id: template.id,
      template_version: template.version,
      contractor_id: draft.contractorId,
      engagement_id: draft.engagementId,
      replaces_id: draft.replacesId,
      title: template.name,
      kind: template.kind,
      counter_signature: template.counterSignature,
      fields: sql`${JSON.stringify(draft.fields)}::jsonb`,
      status: 'draft',
      drafted_by: draft.draftedBy,
      moved_at: draft.now,
    })
    .execute()
}

export const saveAgreement = async (tx: Tx, agreement: Agreement): Promise<Agreement> => {
  const { content, version } = agreement
  await db(tx)
    .updateTable('agreements')
    .set({
      fields: sql`${JSON.stringify(agreement.fields)}::jsonb`,
      content: content && sql`${JSON.stringify(content)}::jsonb`,
      content_sha256: agreement.contentSha256,
      expires_on: agreement.expiresOn,
      status: agreement.status,
      reason: agreement.reason,
      sent_by: agreement.sentBy,
      sent_at: agreement.sentAt,
      viewed_at: agreement.viewedAt,
      completed_at: agreement.completedAt,
      moved_at: agreement.movedAt,
      version: version + 1,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', agreement.id)
    .execute()
  return { ...agreement, version: version + 1 }
}

type Kept = Readonly<{ fileId: FileId; sha256: string }>

/** The documents are no change that a page could have missed, so the version stays. */
export const keepPdf = (tx: Tx, id: AgreementId, { fileId, sha256 }: Kept) =>
  keepFile(tx, id, { pdf_file_id: fileId, pdf_sha256: sha256 })

export const keepSealed = (tx: Tx, id: AgreementId, { fileId, sha256 }: Kept) =>
  keepFile(tx, id, { sealed_file_id: fileId, sealed_sha256: sha256 })

const keepFile = (tx: Tx, id: AgreementId, columns: Readonly<Record<string, string>>) =>
  db(tx)
    .updateTable('agreements')
    .set(columns)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()

/** What ran out before this day, oldest first. */
export const whoseExpire: Statement = {
  name: 'agreements.whose-expire',
  text: 'select organizations_with_expiring_agreements($1) as id',
}

export const expiredIds = async (
  tx: Tx,
  today: string,
  { atMost, except }: Search,
): Promise<readonly AgreementId[]> => {
  const rows = await db(tx)
    .selectFrom('agreements')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('status', 'in', ['sent', 'viewed', 'partially_signed'])
    .where('expires_on', '<', today)
    .where(sql<boolean>`id <> all (${[...except]}::uuid[])`)
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => AgreementId.parse(id))
}

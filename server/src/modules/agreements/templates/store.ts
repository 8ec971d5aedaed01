import type { Statement, Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import { AgreementTemplateId } from '#modules/agreements/ids.ts'
import { templateNotFound } from '#modules/agreements/problems.ts'
import type { AgreementTables } from '#modules/agreements/tables.ts'
import { AgreementKind, type TemplateContent } from './contract.ts'
import type { AgreementTemplate } from './template.ts'

const db = (tx: Tx) => tx.withTables<AgreementTables>()

const statement = (name: string, which: string, version: string, lock = ''): Statement => ({
  name: `agreements.${name}`,
  text: `select t.id, t.archived_at, v.version, v.name, v.kind, v.body, v.counter_signature, v.days_to_sign, v.note, v.made_at
    from agreement_templates t
    join agreement_template_versions v
      on v.organization_id = t.organization_id and v.template_id = t.id and v.version = ${version}
    where t.organization_id = $1 ${which} ${lock}`,
})
const read = statement('template', 'and t.id = $2', 't.version')
const readVersion = statement('template-version', 'and t.id = $2', '$3')
const lock = statement('lock-template', 'and t.id = $2', 't.version', 'for update of t')
/** As many as are listed; whoever asks for the list is told whether there are more. */
export const mostTemplates = 1_000
const order = `order by t.archived_at is not null, lower(v.name), t.id limit ${mostTemplates + 1}`
const list = statement('templates', order, 't.version')

type Row = Readonly<{
  id: string
  archived_at: Date | null
  version: number
  name: string
  kind: string
  body: string
  counter_signature: boolean
  days_to_sign: number
  note: string
  made_at: Date
}>

const templateFrom = (row: Row): AgreementTemplate => ({
  id: AgreementTemplateId.parse(row.id),
  archivedAt: row.archived_at,
  version: row.version,
  name: row.name,
  kind: AgreementKind.parse(row.kind),
  body: row.body,
  counterSignature: row.counter_signature,
  daysToSign: row.days_to_sign,
  note: row.note,
  changedAt: row.made_at,
})

const one = async (tx: Tx, how: Statement, [id, ...rest]: [AgreementTemplateId, ...number[]]) => {
  const [row] = await tx.named<Row>(how, [tx.organizationId, id, ...rest])
  if (!row) throw templateNotFound({ agreementTemplateId: id })
  return templateFrom(row)
}

export const templateOf = (tx: Tx, id: AgreementTemplateId): Promise<AgreementTemplate> => one(tx, read, [id])

/** As it read in an earlier version: what a draft was made of. */
export const templateVersionOf = (tx: Tx, id: AgreementTemplateId, version: number): Promise<AgreementTemplate> =>
  one(tx, readVersion, [id, version])

export const templatesOf = async (tx: Tx): Promise<readonly AgreementTemplate[]> =>
  (await tx.named<Row>(list, [tx.organizationId])).map(templateFrom)

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockTemplate = async (
  tx: Tx,
  { agreementTemplateId, version }: Readonly<{ agreementTemplateId: AgreementTemplateId; version: number }>,
): Promise<AgreementTemplate> => {
  const template = await one(tx, lock, [agreementTemplateId])
  if (template.version !== version) throw stale({ currentVersion: template.version })
  return template
}

type Made = Readonly<{ id: AgreementTemplateId; content: TemplateContent; madeBy: string; madeAt: Date }>

export const insertTemplate = async (tx: Tx, made: Made): Promise<void> => {
  await db(tx)
    .insertInto('agreement_templates')
    .values({ organization_id: tx.organizationId, id: made.id, archived_at: null, version: 1 })
    .execute()
  await insertVersion(tx, made, 1)
}

export const insertVersion = async (
  tx: Tx,
  { id, content, madeBy, madeAt }: Made,
  version: number,
): Promise<void> => {
  await db(tx)
    .insertInto('agreement_template_versions')
    .values({
      organization_id: tx.organizationId,
      template_id: id,
      version,
      name: content.name,
      kind: content.kind,
      body: content.body,
      counter_signature: content.counterSignature,
      days_to_sign: content.daysToSign,
      note: content.note,
      made_by: madeBy,
      made_at: madeAt,
    })
    .execute()
  await db(tx)
    .updateTable('agreement_templates')
    .set({ version })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export const saveArchived = async (tx: Tx, { id, archivedAt }: AgreementTemplate): Promise<void> => {
  await db(tx)
    .updateTable('agreement_templates')
    .set({ archived_at: archivedAt })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import type { FileId } from '#modules/files/contract.ts'
import { InvoiceView } from './contract.ts'
import { FileReading } from './file-reading.ts'
import type { InvoiceId } from './ids.ts'
import { type Invoice, isMine, mayReadInvoice } from './invoice.ts'
import { numberKey } from './invoice-number.ts'
import { invoiceNotFound, numberTaken } from './problems.ts'
import { invoiceRow, invoiceSource } from './row-store.ts'
import type { InvoiceTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<InvoiceTables>()

const detail = (name: string, which: string): Statement => ({
  name: `invoices.${name}`,
  text: `select json_build_object(${invoiceRow}, 'engagementId', i.engagement_id, 'legalEntityId', i.legal_entity_id,
      'legalEntityName', e.name, 'assignmentId', i.assignment_id, 'assignmentTitle', a.title,
      'periodFrom', i.period_from, 'periodTo', i.period_to, 'note', i.note, 'currency', i.currency,
      'net', money_json(i.net_minor, i.currency), 'tax', money_json(i.tax_minor, i.currency),
      'adjustment', money_json(i.adjustment_minor, i.currency), 'source', i.source, 'fileId', i.file_id, 'fileReading', i.file_reading,
      'pdfFileId', i.pdf_file_id, 'reason', i.reason, 'draftedBy', i.drafted_by, 'submittedBy', i.submitted_by,
      'approvedBy', i.approved_by, 'approvedAt', utc_text(i.approved_at), 'movedAt', utc_text(i.moved_at),
      'contentHash', encode(i.content_hash, 'hex'), 'version', i.version,
      'lines', (select coalesce(json_agg(json_build_object('description', l.description,
          'quantity', trim_scale(l.quantity)::text, 'unit', l.unit, 'unitPrice', price_text(l.unit_price, i.currency),
          'taxRate', trim_scale(l.tax_rate)::text, 'net', money_json(l.net_minor, i.currency)) order by l.position), '[]')
        from invoice_lines l where l.organization_id = i.organization_id and l.invoice_id = i.id)
    ) as invoice
    ${invoiceSource}
    join legal_entities e on e.organization_id = i.organization_id and e.id = i.legal_entity_id
    join assignments a on a.organization_id = i.organization_id and a.id = i.assignment_id
    where i.organization_id = $1 and ${which}`,
})
const read = detail('detail', 'i.id = $2')
const lock = detail('lock', 'i.id = $2 for update of i')
const many = detail('details', 'i.id = any ($2)')

const Detail = InvoiceView.omit({ can: true, findings: true }).extend({
  draftedBy: PersonId,
  contentHash: z.string().nullable(),
  fileReading: FileReading.nullable(),
})
type DetailRow = Readonly<{ invoice: z.input<typeof Detail> }>

const found = async (tx: Tx, how: Statement, invoiceId: InvoiceId): Promise<Invoice> => {
  const [row] = await tx.named<DetailRow>(how, [tx.organizationId, invoiceId])
  if (!row) throw invoiceNotFound({ invoiceId })
  return Detail.decode(row.invoice)
}

export const invoiceOf = (tx: Tx, invoiceId: InvoiceId): Promise<Invoice> => found(tx, read, invoiceId)
/** Many at once, by id. */
export const invoicesOf = async (tx: Tx, invoiceIds: readonly InvoiceId[]): Promise<ReadonlyMap<string, Invoice>> => {
  const rows = await tx.named<DetailRow>(many, [tx.organizationId, invoiceIds])
  return new Map(rows.map(({ invoice }) => Detail.decode(invoice)).map((invoice) => [invoice.id, invoice]))
}
/** Holds the row until the commit. */
export const holdInvoice = (tx: Tx, invoiceId: InvoiceId): Promise<Invoice> => found(tx, lock, invoiceId)

/** Staff in reach of it and the contractor whose it is. Drafts are the contractor's alone. */
const seenBy = (actor: Actor, invoice: Invoice): Invoice => {
  if (isMine(actor, invoice) || (invoice.status !== 'draft' && mayReadInvoice(actor, invoice))) return invoice
  throw invoiceNotFound({ invoiceId: invoice.id })
}

export const invoiceFor = async (actor: Actor, tx: Tx, invoiceId: InvoiceId): Promise<Invoice> =>
  seenBy(actor, await invoiceOf(tx, invoiceId))

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockInvoice = async (
  actor: Actor,
  tx: Tx,
  { invoiceId, version }: Readonly<{ invoiceId: InvoiceId; version: number }>,
): Promise<Invoice> => {
  const invoice = seenBy(actor, await holdInvoice(tx, invoiceId))
  if (invoice.version !== version) throw stale({ currentVersion: invoice.version })
  return invoice
}

/** The invoice and its lines in one statement: there is never one without the other. */
const insert: Statement = {
  name: 'invoices.insert',
  text: `with invoice as (
      insert into invoices (organization_id, id, contractor_id, engagement_id, legal_entity_id, department_id, project_id,
        assignment_id, number, number_key, issued_on, period_from, period_to, note, currency, net_minor, tax_minor,
        adjustment_minor, total_minor, source, file_id, file_reading, status, drafted_by, moved_at)
      select $1, id, "contractorId", "engagementId", "legalEntityId", "departmentId", "projectId", "assignmentId", number,
        "numberKey", "issuedOn", "periodFrom", "periodTo", note, currency, "netMinor", "taxMinor", "adjustmentMinor",
        "totalMinor", source, "fileId", "fileReading", 'draft', "draftedBy", "movedAt"
      from jsonb_to_record($2::jsonb) as given (id uuid, "contractorId" uuid, "engagementId" uuid, "legalEntityId" uuid,
        "departmentId" uuid, "projectId" uuid, "assignmentId" uuid, number text, "numberKey" text, "issuedOn" date,
        "periodFrom" date, "periodTo" date, note text, currency text, "netMinor" bigint, "taxMinor" bigint,
        "adjustmentMinor" bigint, "totalMinor" bigint, source text, "fileId" uuid, "fileReading" jsonb, "draftedBy" uuid, "movedAt" timestamptz)
      returning id
    )
    insert into invoice_lines (organization_id, invoice_id, position, description, quantity, unit, unit_price, net_minor, tax_rate)
    select $1, invoice.id, line.position, line.description, line.quantity, line.unit, line."unitPrice", line."netMinor", line."taxRate"
    from invoice, jsonb_to_recordset($3::jsonb) as line (position integer, description text, quantity numeric, unit text,
      "unitPrice" numeric, "netMinor" bigint, "taxRate" numeric)`,
}

/** Nobody waits for it before the commit: that the number is taken is told then. */
export const insertInvoice = (tx: Tx, invoice: Invoice): void => {
  const given = {
    ...invoice,
    numberKey: numberKey(invoice.number),
    netMinor: `${invoice.net.minor}`,
    taxMinor: `${invoice.tax.minor}`,
    adjustmentMinor: `${invoice.adjustment.minor}`,
    totalMinor: `${invoice.total.minor}`,
    fileReading: z.encode(FileReading.nullable(), invoice.fileReading),
    net: undefined,
    tax: undefined,
    adjustment: undefined,
    total: undefined,
    lines: undefined,
  }
  const otherwise = refusing('one_number_per_payee_and_year', () => numberTaken({ errors: [numberInUse] }))
  tx.lastly(insert, [tx.organizationId, JSON.stringify(given), linesJson(invoice)], otherwise)
}

const numberInUse = { pointer: '#/number', detail: 'You have used this number in the same year before.' }

const linesJson = ({ lines }: Pick<Invoice, 'lines'>): string =>
  JSON.stringify(lines.map(({ net, ...line }, index) => ({ ...line, position: index + 1, netMinor: `${net.minor}` })))

const replaceLines: Statement = {
  name: 'invoices.replace-lines',
  text: `insert into invoice_lines (organization_id, invoice_id, position, description, quantity, unit, unit_price, net_minor, tax_rate)
    select $1, $2, position, description, quantity, unit, "unitPrice", "netMinor", "taxRate"
    from jsonb_to_recordset($3::jsonb) as line (position integer, description text, quantity numeric, unit text,
      "unitPrice" numeric, "netMinor" bigint, "taxRate" numeric)`,
}
const dropLines: Statement = {
  name: 'invoices.drop-lines',
  text: 'delete from invoice_lines where organization_id = $1 and invoice_id = $2',
}

/** Keeps what was rewritten: numbers, days and lines. */
export const saveContent = async (tx: Tx, invoice: Invoice): Promise<void> => {
  await tx.named(dropLines, [tx.organizationId, invoice.id])
  await tx.named(replaceLines, [tx.organizationId, invoice.id, linesJson(invoice)])
  await db(tx)
    .updateTable('invoices')
    .set({
      number: invoice.number,
      number_key: numberKey(invoice.number),
      issued_on: invoice.issuedOn,
      period_from: invoice.periodFrom,
      period_to: invoice.periodTo,
      note: invoice.note,
      net_minor: invoice.net.minor,
      tax_minor: invoice.tax.minor,
      adjustment_minor: invoice.adjustment.minor,
      total_minor: invoice.total.minor,
      version: invoice.version + 1,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', invoice.id)
    .execute()
    .catch(refusing('one_number_per_payee_and_year', () => numberTaken({ errors: [numberInUse] })))
}

const saveMove: Statement = {
  name: 'invoices.save-move',
  text: `update invoices set status = $3, reason = $4, moved_at = $5, submitted_by = $6, submitted_at = $7, approved_by = $8,
      approved_at = $9, content_hash = decode($10, 'hex'), version = version + 1
    where organization_id = $1 and id = $2`,
}

/** Keeps where the invoice has gone, and by whom. */
export const saveInvoice = (tx: Tx, invoice: Invoice): void => {
  tx.lastly(saveMove, [
    tx.organizationId,
    invoice.id,
    invoice.status,
    invoice.reason,
    invoice.movedAt,
    invoice.submittedBy,
    invoice.submittedAt,
    invoice.approvedBy,
    invoice.approvedAt,
    invoice.contentHash,
  ])
}

export const savePdf = async (tx: Tx, invoiceId: InvoiceId, fileId: FileId): Promise<void> => {
  await db(tx)
    .updateTable('invoices')
    .set({ pdf_file_id: fileId })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', invoiceId)
    .execute()
}

/** What was already invoiced on an assignment, without drafts and what came to nothing. */
export const invoicedOn = async (tx: Tx, assignmentId: string, except: InvoiceId): Promise<bigint> => {
  const row = await db(tx)
    .selectFrom('invoices')
    .select(({ fn }) => fn.sum<string>('net_minor').as('minor'))
    .where('organization_id', '=', tx.organizationId)
    .where('assignment_id', '=', assignmentId)
    .where('id', '<>', except)
    .where('status', 'not in', ['draft', 'void', 'rejected', 'returned_for_changes'])
    .executeTakeFirst()
  return BigInt(row?.minor ?? 0)
}

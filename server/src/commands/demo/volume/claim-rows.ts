import type { Tx } from '#kernel/db.ts'
import type { Invoice } from '#modules/invoices/invoice.ts'
import { numberKey } from '#modules/invoices/invoice-number.ts'
import type { Booking } from '#modules/payments/ledger/booking.ts'
import { bulkInsert, type Row } from './bulk-insert.ts'
import type { Claim, Owed } from './claim.ts'
import type { Made } from './decision.ts'
import * as tables from './volume-tables.ts'

/** Writes claims into every table they are told in. Spend is added up by the table's own trigger. */
export const insertClaims = async (tx: Tx, claims: readonly Claim[]): Promise<void> => {
  const invoices = claims.map(({ invoice }) => invoice)
  const decided = claims.flatMap(({ decisions }) => decisions.map(decisionRow))
  const owed = claims.flatMap(({ invoice, owed: due }) => (due ? [payableRow(invoice, due)] : []))
  await Promise.all([
    bulkInsert(tx, tables.invoices, invoices.map(invoiceRow)),
    bulkInsert(tx, tables.invoiceLines, invoices.flatMap(lineRows)),
    bulkInsert(tx, tables.approvalDecisions, decided),
    bulkInsert(tx, tables.payables, owed),
    insertBookings(
      tx,
      claims.flatMap(({ bookings }) => bookings),
    ),
  ])
}

type Booked = Booking & Readonly<{ at: number }>

export const insertBookings = async (tx: Tx, bookings: readonly Booked[]): Promise<void> => {
  await Promise.all([
    bulkInsert(tx, tables.ledgerEntries, bookings.map(entryRow)),
    bulkInsert(tx, tables.ledgerPostings, bookings.flatMap(postingRows)),
  ])
}

const entryRow = ({ kind, subjectId, at, entry }: Booked): Row<typeof tables.ledgerEntries> => ({
  id: entry.id,
  kind,
  subject_id: subjectId,
  reverses: entry.reverses ?? null,
  booked_at: new Date(at),
})

const postingRows = ({ entry }: Booked): Row<typeof tables.ledgerPostings>[] =>
  entry.postings.map(({ account, amount }, at) => ({
    entry_id: entry.id,
    position: at + 1,
    legal_entity_id: account.legalEntityId,
    account_kind: account.kind,
    owner_id: account.ownerId,
    currency: amount.currency,
    amount_minor: amount.minor,
  }))

const invoiceRow = (invoice: Invoice): Row<typeof tables.invoices> => ({
  id: invoice.id,
  contractor_id: invoice.contractorId,
  engagement_id: invoice.engagementId,
  legal_entity_id: invoice.legalEntityId,
  department_id: invoice.departmentId,
  project_id: invoice.projectId,
  assignment_id: invoice.assignmentId,
  number: invoice.number,
  number_key: numberKey(invoice.number),
  issued_on: invoice.issuedOn,
  period_from: invoice.periodFrom,
  period_to: invoice.periodTo,
  currency: invoice.currency,
  net_minor: invoice.net.minor,
  tax_minor: invoice.tax.minor,
  adjustment_minor: invoice.adjustment.minor,
  total_minor: invoice.total.minor,
  source: invoice.source,
  status: invoice.status,
  reason: invoice.reason,
  content_hash: invoice.contentHash,
  drafted_by: invoice.draftedBy,
  submitted_by: invoice.submittedBy,
  submitted_at: invoice.submittedAt,
  approved_by: invoice.approvedBy,
  approved_at: invoice.approvedAt,
  moved_at: invoice.movedAt,
  version: invoice.version,
})

const lineRows = ({ id, lines }: Invoice): Row<typeof tables.invoiceLines>[] =>
  lines.map((line, at) => ({
    invoice_id: id,
    position: at + 1,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unit_price: line.unitPrice,
    net_minor: line.net.minor,
    tax_rate: line.taxRate,
  }))

const decisionRow = (made: Made): Row<typeof tables.approvalDecisions> => ({
  id: made.id,
  kind: 'invoice',
  subject_id: made.invoice.id,
  place: made.place,
  content_hash: made.invoice.contentHash,
  amount_minor: made.invoice.total.minor,
  currency: made.invoice.total.currency,
  decision: made.decision,
  note: made.note,
  needed: made.needed,
  policy_version: made.policyVersion,
  decided_by: made.by,
  decided_at: new Date(made.at),
})

const payableRow = (invoice: Invoice, owed: Owed): Row<typeof tables.payables> => ({
  id: owed.id,
  invoice_id: invoice.id,
  contractor_id: invoice.contractorId,
  legal_entity_id: invoice.legalEntityId,
  department_id: invoice.departmentId,
  amount_minor: invoice.total.minor,
  currency: invoice.currency,
  content_hash: invoice.contentHash,
  due_on: owed.dueOn,
  run_on: owed.runOn,
  status: owed.status,
  opened_at: new Date(owed.openedAt),
  moved_at: new Date(owed.movedAt),
})

import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { PersonId } from '#kernel/ids.ts'
import { Currency, Money } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { untilSettled } from '#kernel/standing.ts'
import { paragraphs } from '#kernel/text.ts'
import { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { FileId } from '#modules/files/contract.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { AssignmentId, ProjectId } from '#modules/work/contract.ts'
import { InvoiceId } from './ids.ts'
import { InvoiceFinding, InvoiceInput, InvoiceLine } from './shapes.ts'

export * from './shapes.ts'
export { InvoiceId }

export const invoiceStatuses = [
  'draft',
  'submitted',
  'in_approval',
  'returned_for_changes',
  'disputed',
  'rejected',
  'approved',
  'scheduled',
  'in_run',
  'sent',
  'settled',
  'payment_returned',
  'paid_outside',
  'credited',
  'void',
] as const
export const InvoiceStatus = z.enum(invoiceStatuses)
export type InvoiceStatus = z.output<typeof InvoiceStatus>

export const InvoiceRow = z.object({
  id: InvoiceId,
  number: z.string(),
  status: InvoiceStatus,
  contractorId: ContractorId,
  contractorName: z.string(),
  departmentId: DepartmentId,
  departmentName: z.string(),
  projectId: ProjectId,
  projectName: z.string(),
  issuedOn: PlainDate,
  submittedAt: Instant.nullable(),
  total: Money,
})
export type InvoiceRow = z.output<typeof InvoiceRow>

export const InvoiceView = InvoiceRow.extend({
  engagementId: EngagementId,
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  assignmentId: AssignmentId,
  assignmentTitle: z.string(),
  periodFrom: PlainDate.nullable(),
  periodTo: PlainDate.nullable(),
  note: z.string(),
  currency: Currency,
  lines: z.array(InvoiceLine),
  net: Money,
  tax: Money,
  adjustment: Money.describe('Rounding, less what was paid before'),
  source: z.enum(['written', 'e-invoice']),
  fileId: FileId.nullable().describe('The file it was read from'),
  pdfFileId: FileId.nullable().describe('The invoice as a document'),
  findings: z
    .array(InvoiceFinding)
    .describe('What to look at: where it differs from its file, odd dates, other parties'),
  reason: z.string().nullable().describe('Why it was returned, rejected or made void'),
  submittedBy: PersonId.nullable(),
  approvedBy: PersonId.nullable(),
  approvedAt: Instant.nullable(),
  movedAt: Instant,
  version: z.int(),
  can: z.object({ change: z.boolean(), submit: z.boolean(), decide: z.boolean(), void: z.boolean() }),
})
export type InvoiceView = z.output<typeof InvoiceView>

const changed = { invoiceId: InvoiceId, version: z.int().positive() }
const reason = paragraphs(1_000).min(1, 'Say why.')

export const listInvoices = endpoint({
  name: 'invoices.list',
  method: 'GET',
  path: '/invoices',
  summary: 'Invoices, newest first',
  input: z.strictObject({
    search: z.string().trim().max(100).optional().describe('Beginning of a number or of a contractor’s name'),
    status: listOf(InvoiceStatus).optional(),
    contractorId: ContractorId.optional(),
    projectId: ProjectId.optional(),
    departmentId: DepartmentId.optional(),
    ...pageInput,
  }),
  output: pageOf(InvoiceRow),
})

export const InvoiceSum = z.object({ currency: Currency, count: z.int(), total: Money })
export type InvoiceSum = z.output<typeof InvoiceSum>

export const sumInvoices = endpoint({
  name: 'invoices.sum',
  method: 'GET',
  path: '/invoices/totals',
  summary: 'How many invoices there are in these states and what they come to, each currency by itself',
  input: z.strictObject({ status: listOf(InvoiceStatus) }),
  output: z.object({ items: z.array(InvoiceSum) }),
})

export const viewInvoice = endpoint({
  name: 'invoices.view',
  method: 'GET',
  path: '/invoices/:invoiceId',
  summary: 'One invoice with its lines',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: InvoiceView,
})

export const approveInvoice = endpoint({
  name: 'invoices.approve',
  method: 'POST',
  path: '/invoices/:invoiceId/approval',
  summary: 'Approve a submitted invoice as it stands',
  input: z.strictObject({ ...changed, note: paragraphs(1_000).default('') }),
  output: InvoiceView,
})

export const returnInvoice = endpoint({
  name: 'invoices.return',
  method: 'POST',
  path: '/invoices/:invoiceId/return',
  summary: 'Send an invoice back for changes',
  input: z.strictObject({ ...changed, reason }),
  output: InvoiceView,
})

export const rejectInvoice = endpoint({
  name: 'invoices.reject',
  method: 'POST',
  path: '/invoices/:invoiceId/rejection',
  summary: 'Reject an invoice for good',
  input: z.strictObject({ ...changed, reason }),
  output: InvoiceView,
})

export const voidInvoice = endpoint({
  name: 'invoices.void',
  method: 'POST',
  path: '/invoices/:invoiceId/void',
  summary: 'Make an invoice void before it is in a pay run',
  input: z.strictObject({ ...changed, reason }),
  output: InvoiceView,
})

export const listMyInvoices = endpoint({
  name: 'invoices.list-mine',
  method: 'GET',
  path: '/portal/invoices',
  summary: 'The signed-in contractor’s invoices, newest first',
  input: z.strictObject({ status: listOf(InvoiceStatus).optional(), ...pageInput }),
  output: pageOf(InvoiceRow),
})

export const viewMyInvoice = endpoint({
  name: 'invoices.view-mine',
  method: 'GET',
  path: '/portal/invoices/:invoiceId',
  summary: 'One of the signed-in contractor’s invoices',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: InvoiceView,
})

export const draftInvoice = endpoint({
  name: 'invoices.draft',
  method: 'POST',
  path: '/portal/invoices',
  summary: 'Draft an invoice for an assignment',
  inPortal: untilSettled,
  input: InvoiceInput.extend({ assignmentId: AssignmentId }),
  output: InvoiceView,
})

export const draftInvoiceFromFile = endpoint({
  name: 'invoices.draft-from-file',
  method: 'POST',
  path: '/portal/invoices/from-file',
  summary: 'Draft an invoice from an uploaded Factur-X, XRechnung or UBL file',
  inPortal: untilSettled,
  input: z.strictObject({ assignmentId: AssignmentId, fileId: FileId }),
  output: InvoiceView,
})

export const changeInvoice = endpoint({
  name: 'invoices.change',
  method: 'PUT',
  path: '/portal/invoices/:invoiceId',
  summary: 'Change an invoice that is a draft or was returned',
  inPortal: untilSettled,
  input: InvoiceInput.extend(changed),
  output: InvoiceView,
})

export const submitInvoice = endpoint({
  name: 'invoices.submit',
  method: 'POST',
  path: '/portal/invoices/:invoiceId/submission',
  summary: 'Submit an invoice for approval',
  inPortal: untilSettled,
  input: z.strictObject(changed),
  output: InvoiceView,
})

export const voidMyInvoice = endpoint({
  name: 'invoices.void-mine',
  method: 'POST',
  path: '/portal/invoices/:invoiceId/void',
  summary: 'Withdraw an invoice that is not approved yet',
  inPortal: untilSettled,
  input: z.strictObject({ ...changed, reason }),
  output: InvoiceView,
})

export const downloadInvoice = endpoint({
  name: 'invoices.download',
  method: 'GET',
  path: '/invoices/:invoiceId/document',
  summary: 'The invoice as PDF, for staff and for its contractor',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: DownloadOutput,
})

export const makeDocument = endpoint({
  name: 'invoices.make-document',
  method: 'POST',
  path: '/invoices/:invoiceId/document',
  summary: 'Make the PDF of an invoice that has none yet',
  input: z.strictObject({ invoiceId: InvoiceId }),
  output: InvoiceView,
})

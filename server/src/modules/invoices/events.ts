import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { Money } from '#kernel/money.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { AssignmentId, ProjectId } from '#modules/work/contract.ts'
import { InvoiceStatus } from './contract.ts'
import { InvoiceId } from './ids.ts'

const invoice = { invoiceId: InvoiceId, contractorId: ContractorId, number: z.string(), total: Money }

export const invoiceDrafted = event(
  'invoices.drafted',
  'drafted invoice {number} over {total}',
  z.object({ ...invoice, assignmentId: AssignmentId, projectId: ProjectId, source: z.string() }),
)
export const invoiceChanged = event('invoices.changed', 'changed invoice {number} to {total}', z.object(invoice))
export const invoiceSubmitted = event(
  'invoices.submitted',
  'submitted invoice {number} over {total}',
  z.object(invoice),
)
export const invoiceApproved = event(
  'invoices.approved',
  'approved invoice {number} over {total}',
  z.object({ ...invoice, contentHash: z.string() }),
)
export const invoiceReturned = event(
  'invoices.returned',
  'sent invoice {number} back: {reason}',
  z.object({ ...invoice, reason: z.string() }),
)
export const invoiceRejected = event(
  'invoices.rejected',
  'rejected invoice {number}: {reason}',
  z.object({ ...invoice, reason: z.string() }),
)
export const invoiceVoided = event(
  'invoices.voided',
  'made invoice {number} void: {reason}',
  z.object({ ...invoice, from: InvoiceStatus, reason: z.string() }),
)
/** A first of two approvals was given. */
export const invoiceApprovalStarted = event(
  'invoices.approval-started',
  'gave the first approval of invoice {number}',
  z.object(invoice),
)
/** Asked for by somebody who looked for it; the usual one follows from the submission. */
export const invoiceDocumentMade = event(
  'invoices.document-made',
  'made the document of invoice {number}',
  z.object(invoice),
)

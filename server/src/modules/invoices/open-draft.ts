import type { Work } from '#kernel/command.ts'
import type { FileId } from '#modules/files/contract.ts'
import { billableStatuses } from '#modules/work/contract.ts'
import type { Assignment } from '#modules/work/index.ts'
import type { InvoiceInput } from './contract.ts'
import { invoiceDrafted } from './events.ts'
import type { FileReading } from './file-reading.ts'
import { InvoiceId } from './ids.ts'
import type { Invoice } from './invoice.ts'
import { keptLine } from './line-item.ts'
import { workNotBegun } from './problems.ts'
import { insertInvoice } from './store.ts'
import type { Sums } from './sums.ts'
import { viewWithCap } from './view-with-cap.ts'

type Draft = Readonly<{
  input: Omit<InvoiceInput, 'lines'>
  sums: Sums
  source: Invoice['source']
  fileId: FileId | null
  fileReading: FileReading | null
}>

/** A draft on an assignment, written by hand or read from a file. */
export const openDraft = async (
  work: Work,
  assignment: Assignment,
  { input, sums, source, fileId, fileReading }: Draft,
) => {
  const { tx, actor, now, newId } = work
  if (!billableStatuses.includes(assignment.status)) throw workNotBegun({ assignmentStatus: assignment.status })
  const { contractorId, engagementId, legalEntityId, departmentId, projectId, id: assignmentId } = assignment
  const draft: Invoice = {
    ...input,
    ...sums,
    ...emptyFields,
    lines: sums.lines.map(keptLine),
    id: newId(InvoiceId),
    contractorId,
    contractorName: assignment.contractorName,
    engagementId,
    legalEntityId,
    legalEntityName: assignment.legalEntityName,
    departmentId,
    departmentName: assignment.departmentName,
    projectId,
    projectName: assignment.projectName,
    assignmentId,
    assignmentTitle: assignment.title,
    currency: sums.total.currency,
    source,
    fileId,
    fileReading,
    draftedBy: actor.personId,
    movedAt: now,
  }
  insertInvoice(tx, draft)
  const { id: invoiceId, number, total } = draft
  const event = invoiceDrafted({ invoiceId, contractorId, number, total, assignmentId, projectId, source })
  return { result: await viewWithCap(tx, draft, actor), events: [event] as const }
}

const emptyFields = {
  status: 'draft',
  pdfFileId: null,
  reason: null,
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  contentHash: null,
  version: 1,
} as const

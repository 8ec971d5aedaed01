import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { readEInvoice } from '#modules/e-invoices/index.ts'
import { attachFile, bytesOf, looseFile } from '#modules/files/index.ts'
import { assignmentFor } from '#modules/work/index.ts'
import type { InvoiceFinding } from './contract.ts'
import * as contract from './contract.ts'
import { fileFindings } from './file-findings.ts'
import type { FileReading } from './file-reading.ts'
import { type Filled, fillFromEInvoice } from './fill-from-e-invoice.ts'
import { openDraft } from './open-draft.ts'
import { claim } from './permissions.ts'
import { creditNoteFile, otherCurrency } from './problems.ts'

export const draftInvoiceFromFile = command(contract.draftInvoiceFromFile)({
  load: async (work, { assignmentId, fileId }) => ({
    assignment: await assignmentFor(work.actor, work.tx, assignmentId),
    upload: await looseFile(work, fileId),
  }),
  allow: (actor, { assignment }) => may(actor, claim) && actor.contractorId === assignment.contractorId,
  prepare: async (ground, { upload }) => readEInvoice(await bytesOf(ground, upload)),
  run: async (work, { assignment }, { fileId }) => {
    const { id, contractorId, price } = assignment
    await attachFile(work, fileId, { subjectId: id, contractorId, sensitivity: 'normal' })
    const file = work.prepared
    if (file.kind === 'credit-note') throw creditNoteFile()
    if (file.currency !== price.currency) {
      const detail = `The file is in ${file.currency}, the assignment in ${price.currency}.`
      throw otherCurrency({ errors: [{ pointer: '#/fileId', detail }] })
    }
    const filled = fillFromEInvoice(file)
    const findings = await fileFindings(work, assignment, file)
    const fileReading = readingOf(filled, findings)
    return openDraft(work, assignment, { ...filled, source: 'e-invoice', fileId, fileReading })
  },
})

const readingOf = ({ input: { number, issuedOn }, sums }: Filled, findings: InvoiceFinding[]): FileReading => ({
  ...sums,
  lines: [...sums.lines],
  number,
  issuedOn,
  findings,
})

import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { invoiceDocumentMade } from './events.ts'
import { type Invoice, viewOf } from './invoice.ts'
import { documentOf, drawPdf, keepPdf } from './invoice-pdf.ts'
import { claim, readInvoices } from './permissions.ts'
import { documentThere, noDocumentOfDraft } from './problems.ts'
import { invoiceFor, invoiceOf } from './store.ts'

/**
 * Makes the document of an invoice that has none: usually it follows from the submission by itself, but what was brought
 * in from elsewhere, or failed then, is made when somebody looks for it.
 */
export const makeDocument = command(contract.makeDocument)({
  load: async (work, { invoiceId }) => {
    const invoice = await invoiceFor(work.actor, work.tx, invoiceId)
    return { invoice, document: await documentOf(work, invoice) }
  },
  allow: (actor) => may(actor, readInvoices) || may(actor, claim),
  prepare: async (ground, { invoice, document }) => {
    holdWithoutDocument(invoice)
    return drawPdf(ground, invoice, document)
  },
  run: async (work, { invoice }, { invoiceId }) => {
    // Somebody else may have had it made meanwhile.
    holdWithoutDocument(invoice)
    await keepPdf(work, invoice, work.prepared)
    const { contractorId, number, total } = invoice
    return {
      result: viewOf(await invoiceOf(work.tx, invoiceId), work.actor),
      events: [invoiceDocumentMade({ invoiceId, contractorId, number, total })],
    }
  },
})

const holdWithoutDocument = ({ submittedAt, pdfFileId }: Pick<Invoice, 'submittedAt' | 'pdfFileId'>): void => {
  if (submittedAt === null) throw noDocumentOfDraft()
  if (pdfFileId !== null) throw documentThere()
}

import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { invoiceDocumentMade } from './events.ts'
import { viewOf } from './invoice.ts'
import { makePdf } from './invoice-pdf.ts'
import { claim, readInvoices } from './permissions.ts'
import { documentThere, noDocumentOfDraft } from './problems.ts'
import { invoiceFor, invoiceOf } from './store.ts'

/**
 * Makes the document of an invoice that has none: usually it follows from the submission by itself, but what was brought
 * in from elsewhere, or failed then, is made when somebody looks for it.
 */
export const makeDocument = command(contract.makeDocument)({
  load: ({ tx, actor }, { invoiceId }) => invoiceFor(actor, tx, invoiceId),
  allow: (actor) => may(actor, readInvoices) || may(actor, claim),
  run: async (work, invoice, { invoiceId }) => {
    if (invoice.submittedAt === null) throw noDocumentOfDraft()
    if (invoice.pdfFileId !== null) throw documentThere()
    await makePdf(work, invoice)
    const { contractorId, number, total } = invoice
    return {
      result: viewOf(await invoiceOf(work.tx, invoiceId), work.actor),
      events: [invoiceDocumentMade({ invoiceId, contractorId, number, total })],
    }
  },
})

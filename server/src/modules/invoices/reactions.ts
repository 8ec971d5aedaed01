import { on } from '#kernel/reaction.ts'
import { invoiceSubmitted } from './events.ts'
import { documentOf, drawPdf, keepPdf } from './invoice-pdf.ts'
import { invoiceOf } from './store.ts'

export const invoiceReactions = [
  on(invoiceSubmitted, 'invoices.make-document', {
    lane: 'paper',
    load: async (work, { invoiceId }) => {
      const invoice = await invoiceOf(work.tx, invoiceId)
      return { invoice, document: await documentOf(work, invoice) }
    },
    prepare: (ground, { invoice, document }) => drawPdf(ground, invoice, document),
    run: async (work, { invoice }) => {
      await keepPdf(work, invoice, work.prepared)
      return []
    },
  }),
]

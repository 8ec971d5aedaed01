import { on } from '#kernel/reaction.ts'
import { invoiceSubmitted } from './events.ts'
import { makePdf } from './invoice-pdf.ts'
import { invoiceOf } from './store.ts'

export const invoiceReactions = [
  on(invoiceSubmitted, 'invoices.make-document', async (work, { invoiceId }) => {
    await makePdf(work, await invoiceOf(work.tx, invoiceId))
    return []
  }),
]

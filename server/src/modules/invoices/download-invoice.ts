import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { downloadOf } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { claim, readInvoices } from './permissions.ts'
import { noDocumentYet } from './problems.ts'
import { invoiceFor } from './store.ts'

export const downloadInvoice = query(contract.downloadInvoice)({
  allow: (actor) => may(actor, readInvoices) || may(actor, claim),
  read: async (work, { invoiceId }) => {
    const { pdfFileId } = await invoiceFor(work.actor, work.tx, invoiceId)
    if (!pdfFileId) throw noDocumentYet()
    return downloadOf(work, pdfFileId)
  },
})

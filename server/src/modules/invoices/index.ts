import { approveInvoice } from './approve-invoice.ts'
import { changeInvoice } from './change-invoice.ts'
import { downloadInvoice } from './download-invoice.ts'
import { draftInvoice } from './draft-invoice.ts'
import { draftInvoiceFromFile } from './draft-invoice-from-file.ts'
import { listInvoices, listMyInvoices } from './list-invoices.ts'
import { makeDocument } from './make-document.ts'
import { rejectInvoice } from './reject-invoice.ts'
import { returnInvoice } from './return-invoice.ts'
import { submitInvoice } from './submit-invoice.ts'
import { viewInvoice, viewMyInvoice } from './view-invoice.ts'
import { voidInvoice, voidMyInvoice } from './void-invoice.ts'

export * from './events.ts'
export { contentHashOf, type Invoice } from './invoice.ts'
export { markInvoice } from './move-invoice.ts'
export { markInvoices } from './move-store.ts'
export { invoiceReactions } from './reactions.ts'
export { holdInvoice, invoiceFor, invoiceOf, invoicesOf } from './store.ts'

export const invoiceHandlers = [
  listInvoices,
  viewInvoice,
  approveInvoice,
  returnInvoice,
  rejectInvoice,
  voidInvoice,
  listMyInvoices,
  viewMyInvoice,
  draftInvoice,
  draftInvoiceFromFile,
  changeInvoice,
  submitInvoice,
  voidMyInvoice,
  downloadInvoice,
  makeDocument,
]

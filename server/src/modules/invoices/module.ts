import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { approveInvoice } from './approve-invoice.ts'
import { changeInvoice } from './change-invoice.ts'
import { downloadInvoice } from './download-invoice.ts'
import { draftInvoice } from './draft-invoice.ts'
import { draftInvoiceFromFile } from './draft-invoice-from-file.ts'
import { listInvoices, listMyInvoices, sumInvoices } from './list-invoices.ts'
import { makeDocument } from './make-document.ts'
import { invoiceReactions } from './reactions.ts'
import { invoiceTotals } from './reconciliation-store.ts'
import { rejectInvoice } from './reject-invoice.ts'
import { returnInvoice } from './return-invoice.ts'
import { submitInvoice } from './submit-invoice.ts'
import { viewInvoice, viewMyInvoice } from './view-invoice.ts'
import { voidInvoice, voidMyInvoice } from './void-invoice.ts'

export const invoices: Module = {
  name: 'invoices',
  switch: { title: 'Invoices', about: 'Claims for work, approved by you', needs: ['work'] },
  handlers: [
    listInvoices,
    // Before the address with a parameter, which would take it for an id.
    sumInvoices,
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
  ],
  reactions: invoiceReactions,
  reconciliations: [invoiceTotals],
}

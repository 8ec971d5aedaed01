export type { EInvoice, EInvoiceAdjustment, EInvoiceLine, ReadEInvoice } from './e-invoice.ts'
export { readEInvoice } from './read-e-invoice.ts'

import { problem } from '#kernel/problem.ts'

export const invoiceNotFound = problem('invoice-not-found', 404, 'There is no such invoice.')
export const invoiceCannotMove = problem('invoice-cannot-move', 409, 'An invoice in this state cannot go there.')
export const invoiceIsFixed = problem(
  'invoice-is-fixed',
  409,
  'This invoice was submitted and can no longer be changed.',
)
export const numberTaken = problem('invoice-number-taken', 409, 'There is already an invoice with this number.')
export const ownInvoice = problem('own-invoice', 409, 'Whoever wrote or submitted an invoice may not decide on it.')
export const contentChanged = problem('invoice-content-changed', 409, 'This invoice is no longer what was submitted.')
export const invoiceNotReady = problem('invoice-not-ready', 422, 'This invoice cannot be submitted yet.')
export const otherCurrency = problem(
  'invoice-other-currency',
  422,
  'The invoice is not in the currency of the assignment.',
)
export const overCap = problem('invoice-over-cap', 422, 'This is more than may be invoiced on the assignment.')
export const workNotBegun = problem('invoice-work-not-begun', 409, 'Invoices can be written once the work has begun.')
export const noDocumentYet = problem('invoice-no-document-yet', 404, 'The document of this invoice is not made yet.')
export const documentThere = problem('invoice-document-there', 409, 'The document of this invoice is there already.')
export const noDocumentOfDraft = problem(
  'invoice-no-document-of-draft',
  409,
  'A draft has no document. It is made when the invoice is submitted.',
)
export const creditNoteFile = problem(
  'invoice-file-is-credit-note',
  422,
  'This file is a credit note, not an invoice.',
)
export const amountTooLarge = problem('invoice-amount-too-large', 422, 'An amount is larger than any invoice here.')
export const fileBeyondLimits = problem(
  'invoice-file-beyond-limits',
  422,
  'Something in this file is longer or larger than an invoice here can hold.',
)

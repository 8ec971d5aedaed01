import type { EInvoice } from './e-invoice.ts'

/** UNTDID 1001 codes that EN 16931 allows (rule BR-CL-01), parted by which way the money goes. */
const creditNotes = '81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' ')
const invoices = (
  '71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 ' +
  '456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935'
).split(' ')

/** Undefined for a code that is neither: paying a credit note by mistake would double the loss. */
export const kindOf = (typeCode: string): EInvoice['kind'] | undefined => {
  if (creditNotes.includes(typeCode)) return 'credit-note'
  return invoices.includes(typeCode) ? 'invoice' : undefined
}

import { join } from 'node:path'
import type { Documents } from '#kernel/documents/documents.ts'
import { createAlbum, type Letterhead, type Paper } from '#kernel/documents/letterhead.ts'
import type { Attachment } from '#kernel/documents/render.ts'

export type DocumentFact = Readonly<{ label: string; value: string }>
export type DocumentParty = Readonly<{ role: string; name: string; details: readonly string[] }>

export type InvoiceDocumentLine = Readonly<{
  description: string
  /** What it belongs to, such as the assignment and the week. */
  detail?: string
  quantity: string
  unitPrice: string
  amount: string
}>

/** An invoice as it is shown: every amount and date is a finished string, in the currency and language of the reader. */
export type InvoiceDocument = Readonly<{
  letterhead: Letterhead
  paper: Paper
  language: string
  /** `Invoice`, `Credit note`, or the organization's own word. */
  kind: string
  number: string
  due: Readonly<{ label: string; amount: string }>
  facts: readonly DocumentFact[]
  parties: readonly DocumentParty[]
  lines: readonly InvoiceDocumentLine[]
  totals: readonly Readonly<{ label: string; amount: string; strong: boolean }>[]
  payTo: readonly DocumentFact[]
  notes?: string
  foot?: string
}>

type Making = Readonly<{ createdAt: Date; attachments?: readonly Attachment[] }>

const template = join(import.meta.dirname, 'invoice.typ')

/** The invoice as PDF/A-3, with the e-invoice inside when it is given as an attachment. */
export const renderInvoice = (
  documents: Documents,
  invoice: InvoiceDocument,
  making: Making,
): Promise<Uint8Array> => {
  const album = createAlbum()
  const data = { ...invoice, letterhead: album.letterhead(invoice.letterhead) }
  return documents.render({ template, data, images: album.images, ...making })
}

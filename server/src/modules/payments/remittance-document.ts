import { join } from 'node:path'
import type { Documents } from '#kernel/documents/documents.ts'
import { createAlbum, type Letterhead, type Paper } from '#kernel/documents/letterhead.ts'

type Fact = Readonly<{ label: string; value: string }>
type Party = Readonly<{ role: string; name: string; details: readonly string[] }>
type Sums = Readonly<{ invoiced: string; withheld: string; paid: string }>

/** What a payment was for. Every amount and date is a finished string; what was not withheld is an empty one. */
export type RemittanceDocument = Readonly<{
  letterhead: Letterhead
  paper: Paper
  language: string
  number: string
  paid: Readonly<{ label: string; amount: string }>
  facts: readonly Fact[]
  parties: readonly Party[]
  items: readonly (Sums & Readonly<{ number: string; subject: string }>)[]
  total: Sums
  notes?: string
  foot?: string
}>

const template = join(import.meta.dirname, 'remittance.typ')

export const renderRemittance = (
  documents: Documents,
  remittance: RemittanceDocument,
  createdAt: Date,
): Promise<Uint8Array> => {
  const album = createAlbum()
  const data = { ...remittance, letterhead: album.letterhead(remittance.letterhead) }
  return documents.render({ template, data, images: album.images, createdAt })
}

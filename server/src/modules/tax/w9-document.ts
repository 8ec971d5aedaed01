import { join } from 'node:path'
import type { Documents } from '#kernel/documents/documents.ts'
import { createAlbum, type Letterhead, type Mark } from '#kernel/documents/letterhead.ts'
import type { W9 } from './contract.ts'

/**
 * A Form W-9 as it was filled in, line by line. Lines left open are empty. It holds the taxpayer identification
 * number in full, as the requester must keep it; show people the masked view, not this.
 */
export type W9Document = Readonly<{
  letterhead: Letterhead
  requester: Readonly<{ name: string; details: readonly string[] }>
  name: string
  businessName: string
  classification: W9['classification']
  /** How an LLC is taxed; empty for everybody else. */
  llcCode: 'C' | 'S' | 'P' | ''
  otherClassification: string
  /** Line 3b. */
  foreignPartners: boolean
  exemptPayeeCode: string
  fatcaCode: string
  street: string
  cityStateZip: string
  accountNumbers: string
  /** Nine digits; an ITIN or ATIN stands in the boxes of the social security number. */
  tin: Readonly<{ kind: 'ssn' | 'ein'; digits: string } | { kind: 'applied-for' }>
  /** Crossed out by who was told by the IRS that they are subject to backup withholding. */
  secondItemStruck: boolean
  signature: Readonly<{ name: string; date: string; mark: Mark }>
  /** How the signer was identified, from where and when: what makes an electronic signature theirs. */
  evidence: readonly Readonly<{ label: string; value: string }>[]
}>

const template = join(import.meta.dirname, 'w9.typ')

/** The substitute form, to be sealed and kept. */
export const renderW9 = (documents: Documents, form: W9Document, createdAt: Date): Promise<Uint8Array> => {
  const album = createAlbum()
  const data = {
    ...form,
    paper: 'us-letter',
    letterhead: album.letterhead(form.letterhead),
    tin: form.tin.kind === 'applied-for' ? form.tin : { kind: form.tin.kind, groups: groupsOf(form.tin) },
    signature: { ...form.signature, mark: album.mark(form.signature.mark, form.signature.name) },
  }
  return documents.render({ template, data, images: album.images, createdAt })
}

/** As people write them: 123-45-6789 and 12-3456789. */
const groupsOf = ({ kind, digits }: Readonly<{ kind: 'ssn' | 'ein'; digits: string }>): readonly string[] => {
  if (!/^\d{9}$/.test(digits)) throw new Error('A taxpayer identification number has nine digits.')
  return kind === 'ssn'
    ? [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
    : [digits.slice(0, 2), digits.slice(2)]
}

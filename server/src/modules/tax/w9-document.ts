import { join } from 'node:path'
import type { Documents } from '#kernel/documents/documents.ts'
import { createAlbum, type Letterhead, type Mark } from '#kernel/documents/letterhead.ts'
import type { W9 } from './contract.ts'

/**
 * A Form W-9 as it was filled in, line by line. Lines left open are empty. The one that is sealed holds the taxpayer
 * identification number in full, as the requester must keep it; people are shown the copy.
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
  /** Nine digits, the first five as asterisks in a copy; an ITIN or ATIN stands in the boxes of the SSN. */
  tin: Readonly<{ kind: 'ssn' | 'ein'; digits: string } | { kind: 'applied-for' }>
  /** Made for reading: it says so, and the number is masked. */
  isCopy: boolean
  /** Crossed out by who was told by the IRS that they are subject to backup withholding. */
  secondItemStruck: boolean
  signature: Readonly<{ name: string; date: string; mark: Mark }>
  /** How the signer was identified, from where and when: what makes an electronic signature theirs. */
  evidence: readonly Readonly<{ label: string; value: string }>[]
}>

const template = join(import.meta.dirname, 'w9.typ')

/** The substitute form, to be sealed and kept. */
export const renderW9 = (documents: Documents, form: W9Document, createdAt: Date): Promise<Uint8Array> => {
  if (form.tin.kind !== 'applied-for' && form.isCopy !== form.tin.digits.startsWith('*'))
    throw new Error('A copy has its number masked, and the form itself has it whole.')
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

/** As people write them: 123-45-6789 and 12-3456789; masked by Treas. Reg. 301.6109-4(a)(2)(i): ***-**-6789. */
const groupsOf = ({ kind, digits }: Readonly<{ kind: 'ssn' | 'ein'; digits: string }>): readonly string[] => {
  if (!/^(?:\d{5}|\*{5})\d{4}$/.test(digits)) throw new Error('A taxpayer identification number has nine digits.')
  return kind === 'ssn'
    ? [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
    : [digits.slice(0, 2), digits.slice(2)]
}

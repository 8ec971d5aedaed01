import { join } from 'node:path'
import type { Documents } from '#kernel/documents/documents.ts'
import { createAlbum, type Letterhead, type Mark, type Paper } from '#kernel/documents/letterhead.ts'

type Fact = Readonly<{ label: string; value: string }>
type Party = Readonly<{ role: string; name: string; details: readonly string[] }>

/** Text as it is, or in runs of which some are set apart. */
export type DocumentText =
  | string
  | readonly Readonly<{
      text: string
      strong?: boolean | undefined
      emphasis?: boolean | undefined
    }>[]

/** What an agreement is made of. Text in it is shown letter by letter, whatever it looks like. */
export type DocumentBlock =
  | Readonly<{ kind: 'heading'; level: 1 | 2 | 3; text: DocumentText }>
  | Readonly<{ kind: 'paragraph'; text: DocumentText }>
  | Readonly<{ kind: 'list'; ordered: boolean; start?: number; items: readonly DocumentText[] }>
  | Readonly<{ kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }>

export type DocumentSignature = Readonly<{
  role: string
  name: string
  /** On whose behalf and as what: `Head of Finance, Northwind Trading Company, Inc.` */
  capacity: string
  /** Both empty until they signed. */
  initials: string
  signedAt: string
  mark?: Mark
}>

/** How the document was signed, for whoever has to prove it later (ESIGN, UETA, eIDAS art. 26). Times are UTC. */
export type SigningCertificate = Readonly<{
  statement: string
  facts: readonly Fact[]
  signers: readonly Readonly<{
    role: string
    name: string
    email: string
    /** Authentication, address, times of viewing, consent and signature. */
    facts: readonly Fact[]
    userAgent: string
    mark?: Mark
  }>[]
  consent: Readonly<{ version: string; text: string }>
  events: readonly Readonly<{ at: string; text: string }>[]
  fingerprints: readonly Readonly<{ label: string; sha256: string }>[]
  /** Where and how anybody can check the file. */
  verification: string
}>

export type AgreementDocument = Readonly<{
  letterhead: Letterhead
  paper: Paper
  language: string
  title: string
  subtitle?: string
  reference: string
  /** SHA-256 of the agreed text, at the foot of every page. */
  fingerprint: string
  parties: readonly Party[]
  blocks: readonly DocumentBlock[]
  signatures: readonly DocumentSignature[]
  certificate?: SigningCertificate
}>

const template = join(import.meta.dirname, 'agreement.typ')

/** The agreement as PDF: to read before signing, and with its certificate page to seal once everybody has signed. */
export const renderAgreement = (
  documents: Documents,
  agreement: AgreementDocument,
  createdAt: Date,
): Promise<Uint8Array> => {
  const { certificate } = agreement
  const album = createAlbum()
  const signed = <Signer extends Readonly<{ name: string; mark?: Mark }>>(signer: Signer) => ({
    ...signer,
    mark: album.mark(signer.mark, signer.name),
  })
  const data = {
    ...agreement,
    letterhead: album.letterhead(agreement.letterhead),
    signatures: agreement.signatures.map(signed),
    certificate: certificate ? { ...certificate, signers: certificate.signers.map(signed) } : null,
  }
  return documents.render({ template, data, images: album.images, createdAt })
}

import { createHash } from 'node:crypto'
import type { Ground, Work } from '#kernel/command.ts'
import { dayIn, dayInWords } from '#kernel/dates.ts'
import type { Sealer } from '#kernel/documents/seal.ts'
import { storeFile } from '#modules/files/index.ts'
import { letterheadOf } from '#modules/organizations/index.ts'
import type { Agreement } from './agreement.ts'
import { type AgreementDocument, renderAgreement, type SigningCertificate } from './agreement-document.ts'
import { certificateFor } from './certificate-for.ts'
import { hashOf } from './compose.ts'
import type { AgreementId } from './ids.ts'
import { sealDocument } from './sealing/seal-document.ts'
import { sealerOf } from './sealing/sealing-certificate.ts'
import { markOf, type Signature } from './signing/signature.ts'
import { signaturesOf } from './signing/store.ts'
import { agreementOf, keepPdf, keepSealed } from './store.ts'

/** The text as PDF, to read before signing: looked up, made outside of every transaction, kept. */
export const pdfSteps = {
  load: async (work: Work, agreementId: AgreementId) => {
    const agreement = await agreementOf(work.tx, agreementId)
    if (agreement.pdfFileId) return undefined
    return { agreement, document: await documentOf(work, agreement, { signatures: [] }) }
  },
  prepare: ({ documents, now }: Ground, { agreement, document }: Drawing) =>
    renderAgreement(documents, document, agreement.sentAt ?? now),
  keep: async (work: Work, agreement: Agreement, bytes: Uint8Array): Promise<void> => {
    await keepPdf(work.tx, agreement.id, await keep(work, agreement, { bytes, name: agreement.title }))
  },
}

type Drawing = Readonly<{ agreement: Agreement; document: AgreementDocument }>
type Sealing = Drawing & Readonly<{ sealer: Sealer }>

/** The text with everybody's signatures and the certificate page, sealed. */
export const sealSteps = {
  load: async (work: Work, agreementId: AgreementId): Promise<Sealing | undefined> => {
    const agreement = await agreementOf(work.tx, agreementId)
    if (agreement.sealedFileId) return undefined
    const signatures = await signaturesOf(work.tx, agreement.id)
    holdSame(agreement, signatures)
    const certificate = await certificateFor(work, agreement, { signatures, reference: referenceOf(agreement) })
    const document = await documentOf(work, agreement, { signatures, certificate })
    return { agreement, document, sealer: await sealerOf(work) }
  },
  prepare: async (ground: Ground, { agreement, document, sealer }: Sealing): Promise<Uint8Array> => {
    const pdf = await renderAgreement(ground.documents, document, agreement.completedAt ?? ground.now)
    return sealDocument(ground, pdf, { sealer, reason: `${agreement.title}, signed by everybody` })
  },
  /** Answers the SHA-256 of what was kept. */
  keep: async (work: Work, agreement: Agreement, bytes: Uint8Array): Promise<string> => {
    const kept = await keep(work, agreement, { bytes, name: `${agreement.title}, signed` })
    await keepSealed(work.tx, agreement.id, kept)
    return kept.sha256
  },
}

/** Shown, signed and sealed must be the same text; if it is not, nothing is sealed and the fault is found in the log. */
const holdSame = ({ content, contentSha256 }: Agreement, signatures: readonly Signature[]): void => {
  const isSame = content !== null && hashOf(content) === contentSha256
  if (!isSame || signatures.some((signature) => signature.contentSha256 !== contentSha256))
    throw new Error('An agreement was about to be sealed with another text than was signed.')
}

const keep = async (
  work: Work,
  { id: subjectId, contractorId }: Agreement,
  { bytes, name }: Readonly<{ bytes: Uint8Array; name: string }>,
) => {
  const file = { name: `${name}.pdf`, mediaType: 'application/pdf', bytes, sensitivity: 'normal' } as const
  const fileId = await storeFile(work, { ...file, subjectId, contractorId })
  return { fileId, sha256: createHash('sha256').update(bytes).digest('hex') }
}

type Made = Readonly<{ signatures: readonly Signature[]; certificate?: SigningCertificate }>

const documentOf = async (
  work: Work,
  agreement: Agreement,
  { signatures, certificate }: Made,
): Promise<AgreementDocument> => {
  const { content, contentSha256, counterSignature } = agreement
  if (!content || !contentSha256) throw new Error('A draft has no document.')
  const [client, contractor] = content.parties
  const places = [
    { role: 'contractor', label: 'Contractor', name: contractor?.name ?? '' },
    ...(counterSignature ? [{ role: 'organization', label: 'For the client', name: client?.name ?? '' }] : []),
  ]
  return {
    letterhead: await letterheadOf(work),
    paper: content.paper,
    language: 'en',
    title: content.title,
    reference: referenceOf(agreement),
    fingerprint: contentSha256,
    parties: content.parties,
    blocks: content.blocks,
    signatures: places.map(({ role, label, name }) => {
      const signature = signatures.find((made) => made.role === role)
      return signature ? { role: label, ...shown(signature) } : { role: label, name, ...unsigned }
    }),
    ...(certificate ? { certificate } : {}),
  }
}

const unsigned = { capacity: '', initials: '', signedAt: '' }

const shown = ({ name, capacity, mark, signedAt }: Signature) => ({
  ...{ name, capacity, mark: markOf(mark) },
  initials: (name.match(/(?<!\p{L})\p{L}/gu) ?? []).slice(0, 4).join('').toUpperCase(),
  signedAt: `${dayInWords(dayIn('UTC', signedAt))} (UTC)`,
})

/** What people call it on the phone: NDA-20261116-3F9A21. */
const referenceOf = ({ kind, sentAt, id }: Agreement): string =>
  [
    kind === 'other' ? 'AGR' : kind.toUpperCase(),
    sentAt?.toISOString().slice(0, 10).replaceAll('-', ''),
    id.slice(-6),
  ]
    .join('-')
    .toUpperCase()

import { createHash } from 'node:crypto'
import type { Ground, Work } from '#kernel/command.ts'
import type { Sealer } from '#kernel/documents/seal.ts'
import { markOf, sealDocument, sealerOf } from '#modules/agreements/index.ts'
import { storeFile } from '#modules/files/index.ts'
import { letterheadOf, organizationOf } from '#modules/organizations/index.ts'
import type { TaxFormId } from './ids.ts'
import { saveDocument, type TaxForm, taxFormOf } from './store.ts'
import { tinPlace } from './tin-place.ts'
import { renderW9, type W9Document } from './w9-document.ts'

type Drawing = Readonly<{ form: TaxForm; document: W9Document; sealer: Sealer }>

/** The form as a document, sealed and kept where only few may open it: made outside of every transaction. */
export const documentSteps = {
  load: async (work: Work, taxFormId: TaxFormId): Promise<Drawing | undefined> => {
    const form = await taxFormOf(work.tx, taxFormId)
    if (form.fileId) return undefined
    return { form, document: await documentOf(work, form), sealer: await sealerOf(work) }
  },
  prepare: async (ground: Ground, { form, document, sealer }: Drawing): Promise<Uint8Array> => {
    const drawn = await renderW9(ground.documents, document, form.signedAt)
    return sealDocument(ground, drawn, { sealer, reason: 'Form W-9, signed electronically' })
  },
  /** Answers the SHA-256 of what was kept. */
  keep: async (
    work: Work,
    { contractorId, id: subjectId, validFrom }: TaxForm,
    bytes: Uint8Array,
  ): Promise<string> => {
    const file = {
      name: `Form W-9 ${validFrom}.pdf`,
      mediaType: 'application/pdf',
      sensitivity: 'protected',
    } as const
    await saveDocument(work.tx, subjectId, await storeFile(work, { ...file, bytes, subjectId, contractorId }))
    return createHash('sha256').update(bytes).digest('hex')
  },
}

const documentOf = async (work: Work, form: TaxForm): Promise<W9Document> => {
  const { tx, secrets } = work
  const { line1, line2, city, region, postalCode } = form.address
  const tin = form.sealedTin && secrets.open(tinPlace(tx.organizationId, form.id), form.sealedTin)
  return {
    letterhead: await letterheadOf(work),
    requester: { name: (await organizationOf(tx)).name, details: [] },
    name: form.name,
    businessName: form.businessName,
    classification: form.classification,
    llcCode: form.llcCode,
    otherClassification: form.otherClassification,
    foreignPartners: form.foreignPartners,
    exemptPayeeCode: form.exemptPayeeCode,
    fatcaCode: form.fatcaCode,
    street: [line1, line2].filter(Boolean).join(', '),
    cityStateZip: `${city}, ${[region, postalCode].filter(Boolean).join(' ')}`,
    accountNumbers: '',
    tin:
      tin === null || form.tinKind === 'applied-for' ? { kind: 'applied-for' } : { kind: form.tinKind, digits: tin },
    secondItemStruck: form.secondItemStruck,
    signature: { name: form.name, date: form.signedAt.toISOString().slice(0, 10), mark: markOf(form.mark) },
    evidence: form.evidence,
  }
}

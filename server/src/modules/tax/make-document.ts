import { createHash } from 'node:crypto'
import type { Work } from '#kernel/command.ts'
import { markOf, sealDocument } from '#modules/agreements/index.ts'
import { storeFile } from '#modules/files/index.ts'
import { letterheadOf, organizationOf } from '#modules/organizations/index.ts'
import { saveDocument, type TaxForm } from './store.ts'
import { tinPlace } from './tin-place.ts'
import { renderW9, type W9Document } from './w9-document.ts'

/** Makes the form as a document, seals it and keeps it where only few may open it. Answers its SHA-256. */
export const makeDocument = async (work: Work, form: TaxForm): Promise<string> => {
  const { tx, documents } = work
  const drawn = await renderW9(documents, await documentOf(work, form), form.signedAt)
  const bytes = await sealDocument(work, drawn, 'Form W-9, signed electronically')
  const { contractorId, id: subjectId, validFrom } = form
  const file = { name: `Form W-9 ${validFrom}.pdf`, mediaType: 'application/pdf', sensitivity: 'protected' } as const
  await saveDocument(tx, form.id, await storeFile(work, { ...file, bytes, subjectId, contractorId }))
  return createHash('sha256').update(bytes).digest('hex')
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

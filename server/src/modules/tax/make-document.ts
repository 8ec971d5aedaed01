import { createHash } from 'node:crypto'
import type { Ground, Work } from '#kernel/command.ts'
import { dayInWords } from '#kernel/dates.ts'
import type { Sealer } from '#kernel/documents/seal.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import { markOf, sealDocument, sealerOf } from '#modules/agreements/index.ts'
import { engagementsOf } from '#modules/directory/index.ts'
import type { FileId } from '#modules/files/contract.ts'
import { storeFile } from '#modules/files/index.ts'
import { legalEntityOf, letterheadOf, organizationOf } from '#modules/organizations/index.ts'
import type { TaxFormId } from './ids.ts'
import { savePapers, type TaxForm, taxFormOf } from './store.ts'
import { tinPlace } from './tin-place.ts'
import { renderW9, type W9Document } from './w9-document.ts'

type Drawing = Readonly<{ form: TaxForm; document: W9Document }>
type Sealing = Drawing & Readonly<{ sealer: Sealer }>

/** The form as a document, sealed and kept where only few may open it: made outside of every transaction. */
export const documentSteps = {
  load: async (work: Work, taxFormId: TaxFormId): Promise<Sealing | undefined> => {
    const form = await taxFormOf(work.tx, taxFormId)
    if (form.wholeFileId) return undefined
    return { form, document: await documentOf(work, form, wholeNumber(work, form)), sealer: await sealerOf(work) }
  },
  prepare: async (ground: Ground, { form, document, sealer }: Sealing): Promise<Uint8Array> => {
    const drawn = await renderW9(ground.documents, document, form.signedAt)
    return sealDocument(ground, drawn, { sealer, reason: 'Form W-9, signed electronically' })
  },
  /** Answers the SHA-256 of what was kept. */
  keep: async (work: Work, form: TaxForm, bytes: Uint8Array): Promise<string> => {
    await savePapers(work.tx, form.id, { file_id: await keep(work, form, { bytes, name: 'Form W-9' }) })
    return createHash('sha256').update(bytes).digest('hex')
  },
}

/** The same form with the number masked. It is not sealed, so that nobody takes it for the one that was signed. */
export const copySteps = {
  load: async (work: Work, taxFormId: TaxFormId): Promise<Drawing | undefined> => {
    const form = await taxFormOf(work.tx, taxFormId)
    return form.copyFileId ? undefined : { form, document: await documentOf(work, form, maskedNumber(form)) }
  },
  prepare: ({ documents }: Ground, { form, document }: Drawing) => renderW9(documents, document, form.signedAt),
  keep: async (work: Work, form: TaxForm, bytes: Uint8Array): Promise<void> => {
    await savePapers(work.tx, form.id, { copy_file_id: await keep(work, form, { bytes, name: 'Form W-9 copy' }) })
  },
}

/** The copy is protected, too: it is had from the form, whose readers are fewer than those of a file. */
const keep = async (
  work: Work,
  { contractorId, id: subjectId, validFrom }: TaxForm,
  { bytes, name }: Readonly<{ bytes: Uint8Array; name: string }>,
): Promise<FileId> => {
  const kind = { mediaType: 'application/pdf', sensitivity: 'protected' } as const
  return storeFile(work, { ...kind, name: `${name} ${validFrom}.pdf`, bytes, subjectId, contractorId })
}

type Shown = Pick<W9Document, 'tin' | 'isCopy'>

const wholeNumber = ({ tx, secrets }: Work, { id, tinKind, sealedTin }: TaxForm): Shown => {
  if (tinKind === 'applied-for' || sealedTin === null) return { tin: { kind: 'applied-for' }, isCopy: false }
  return { tin: { kind: tinKind, digits: secrets.open(tinPlace(tx.organizationId, id), sealedTin) }, isCopy: false }
}

const maskedNumber = ({ tinKind, tinMasked }: TaxForm): Shown => {
  if (tinKind === 'applied-for' || tinMasked === null) return { tin: { kind: 'applied-for' }, isCopy: true }
  return { tin: { kind: tinKind, digits: `*****${tinMasked.slice(-4)}` }, isCopy: true }
}

const documentOf = async (work: Work, form: TaxForm, shown: Shown): Promise<W9Document> => {
  const { line1, line2 } = form.address
  return {
    letterhead: await letterheadOf(work),
    requester: await requesterOf(work, form.contractorId),
    name: form.name,
    businessName: form.businessName,
    classification: form.classification,
    llcCode: form.llcCode,
    otherClassification: form.otherClassification,
    foreignPartners: form.foreignPartners,
    exemptPayeeCode: form.exemptPayeeCode,
    fatcaCode: form.fatcaCode,
    street: [line1, line2].filter(Boolean).join(', '),
    cityStateZip: cityLineOf(form.address),
    accountNumbers: form.accountNumbers,
    ...shown,
    secondItemStruck: form.secondItemStruck,
    signature: { name: form.name, date: dayInWords(form.validFrom), mark: markOf(form.mark) },
    evidence: form.evidence,
  }
}

/** Who will pay them: the legal entity of their engagement, with its address. Before there is one, the organization. */
const requesterOf = async ({ tx }: Work, contractorId: TaxForm['contractorId']): Promise<W9Document['requester']> => {
  const engagements = await engagementsOf(tx, contractorId)
  const engagement = engagements.find(({ status }) => status !== 'ended') ?? engagements[0]
  if (!engagement) return { name: (await organizationOf(tx)).name, details: [] }
  const { name, address } = await legalEntityOf(tx, engagement.legalEntityId)
  return { name, details: [address.line1, address.line2 ?? '', cityLineOf(address)].filter((line) => line !== '') }
}

const countryNames = new Intl.DisplayNames(['en-US'], { type: 'region' })

/** As the United States write it, and abroad with the country at the end. */
const cityLineOf = ({ city, region, postalCode, country }: PostalAddress): string => {
  const place = [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return country === 'US' ? place : `${place}, ${countryNames.of(country) ?? country}`
}

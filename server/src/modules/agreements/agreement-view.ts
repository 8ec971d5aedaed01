import type { Work } from '#kernel/command.ts'
import { type Agreement, mayCounterSign, maySend, maySignAsContractor, open } from './agreement.ts'
import { blockersOf } from './agreement-blockers.ts'
import { compose } from './compose.ts'
import type { AgreementContent, AgreementView, MyAgreementView } from './contract.ts'
import { consent } from './signing/consent.ts'
import { templateVersionOf } from './templates/store.ts'

/** What the organization's people see of it, what it waits for, and what the actor can do about it. */
export const viewOfAgreement = async (work: Work, agreement: Agreement): Promise<AgreementView> => {
  const { actor } = work
  const { status, fields, templateId, templateVersion, replacesId } = agreement
  const isDraft = status === 'draft'
  const { content, missing } = await contentOf(work, agreement)
  return {
    ...detailOf(agreement, content),
    ...{ templateId, templateVersion, replacesId, fields, missing },
    consent: status === 'partially_signed' ? consent : null,
    blockers: blockersOf(agreement),
    can: {
      change: isDraft && maySend(actor, agreement),
      send: isDraft && missing.length === 0 && maySend(actor, agreement),
      sign: status === 'partially_signed' && mayCounterSign(actor, agreement),
      void: (isDraft || open.includes(status)) && maySend(actor, agreement),
    },
  }
}

/** What its contractor sees of it: they sign once they have opened it. */
export const viewOfMyAgreement = ({ actor }: Pick<Work, 'actor'>, agreement: Agreement): MyAgreementView => {
  const { status, content } = agreement
  if (!content) throw new Error('An agreement without a text was shown to its contractor.')
  const waitsForThem = (status === 'sent' || status === 'viewed') && maySignAsContractor(actor, agreement)
  return {
    ...detailOf(agreement, content),
    consent: waitsForThem ? consent : null,
    can: { sign: waitsForThem, decline: waitsForThem },
  }
}

/** A text that was sent is fixed; a draft, and one that was called off, read as they would today. */
const contentOf = async (work: Work, agreement: Agreement) => {
  if (agreement.content) return { content: agreement.content, missing: [] }
  const { templateId, templateVersion } = agreement
  const { content, missing } = await compose(
    work,
    await templateVersionOf(work.tx, templateId, templateVersion),
    agreement,
  )
  return { content, missing: agreement.status === 'draft' ? [...missing] : [] }
}

const detailOf = (agreement: Agreement, content: AgreementContent) => {
  const { id, title, kind, status, contractorId, contractorName, engagementId, counterSignature } = agreement
  const { sentAt, expiresOn, completedAt, movedAt, viewedAt, reason, version, sealedSha256 } = agreement
  return {
    ...{ id, title, kind, status, contractorId, contractorName, engagementId, counterSignature },
    ...{ sentAt, expiresOn, completedAt, movedAt, viewedAt, reason, version, sealedSha256, content },
    contentHash: agreement.contentSha256,
    signatures: agreement.signatures.map(({ role, name, capacity, signedAt }) => ({
      role,
      name,
      capacity,
      signedAt,
    })),
    hasDocument: (agreement.sealedFileId ?? agreement.pdfFileId) !== null,
  }
}

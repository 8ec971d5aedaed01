import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import { event } from '#kernel/event.ts'
import { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { AgreementId, AgreementTemplateId } from './ids.ts'
import { SigningRole } from './signing/contract.ts'

const template = z.object({ agreementTemplateId: AgreementTemplateId, name: z.string() })
export const templateAdded = event('agreements.template-added', 'wrote the template {name}', template)
export const templateChanged = event(
  'agreements.template-changed',
  'made version {templateVersion} of the template {name}',
  template.extend({ templateVersion: z.int() }),
)
export const templateArchived = event('agreements.template-archived', 'took the template {name} out of use', template)
export const templateRestored = event(
  'agreements.template-restored',
  'took the template {name} into use again',
  template,
)
export const certificateMade = event(
  'agreements.certificate-made',
  'made the certificate that documents are sealed with',
  z.object({ certificateSha256: z.string() }),
)

const agreement = {
  agreementId: AgreementId,
  contractorId: ContractorId,
  engagementId: EngagementId.nullable(),
  title: z.string(),
}
const plain = z.object(agreement)
const withReason = z.object({ ...agreement, reason: z.string() })

export const agreementDrafted = event('agreements.drafted', 'drafted {title}', plain)
export const draftChanged = event('agreements.draft-changed', 'filled in {title}', plain)
export const agreementSent = event(
  'agreements.sent',
  'sent {title}, to be signed by {expiresOn}',
  z.object({ ...agreement, expiresOn: PlainDate, contentSha256: z.string() }),
)
export const agreementViewed = event('agreements.viewed', 'opened {title} to read it', plain)
export const agreementSigned = event(
  'agreements.signed',
  'signed {title} as {role}',
  z.object({ ...agreement, role: SigningRole, contentSha256: z.string(), isLast: z.boolean() }),
)
export const agreementDeclined = event('agreements.declined', 'declined {title}: {reason}', withReason)
export const agreementVoided = event('agreements.voided', 'voided {title}: {reason}', withReason)
export const agreementExpired = event('agreements.expired', 'let {title} run out unsigned', plain)
export const agreementSuperseded = event(
  'agreements.superseded',
  'replaced {title} by a newer agreement',
  z.object({ ...agreement, replacedById: AgreementId }),
)
/** Everybody has signed, and the document is sealed: its hash stands here for good. */
export const agreementCompleted = event(
  'agreements.completed',
  'sealed {title}, signed by everybody',
  z.object({ ...agreement, sha256: z.string() }),
)

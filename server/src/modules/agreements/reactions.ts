import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { on } from '#kernel/reaction.ts'
import { organizationCreated } from '#modules/organizations/index.ts'
import { type Agreement, supersede } from './agreement.ts'
import { agreementCompleted, agreementSent, agreementSigned, agreementSuperseded, certificateMade } from './events.ts'
import { makePdf, makeSealed } from './make-document.ts'
import { makeCertificate } from './sealing/sealing-certificate.ts'
import { agreementOf, holdAgreement, saveAgreement } from './store.ts'
import { keepTemplate } from './templates/add-template.ts'
import { starterNda } from './templates/starter-nda.ts'

export const agreementReactions = [
  on(organizationCreated, 'agreements.make-certificate', async (work) => [
    certificateMade({ certificateSha256: (await makeCertificate(work)).certificateSha256 }),
  ]),
  on(organizationCreated, 'agreements.add-starter', async (work) => [(await keepTemplate(work, starterNda)).event]),
  on(agreementSent, 'agreements.make-document', async (work, { agreementId }) => {
    await makePdf(work, await agreementOf(work.tx, agreementId))
    return []
  }),
  on(agreementSigned, 'agreements.seal-document', async (work, { agreementId, isLast }) => {
    if (!isLast) return []
    const agreement = await agreementOf(work.tx, agreementId)
    const sha256 = await makeSealed(work, agreement)
    const { contractorId, engagementId, title } = agreement
    const completed = agreementCompleted({ agreementId, contractorId, engagementId, title, sha256 })
    return [completed, ...(await supersedeReplaced(work, agreement))]
  }),
]

/** The agreement whose place this one takes; it may have been replaced by another one in the meantime. */
const supersedeReplaced = async ({ tx, now }: Work, by: Agreement): Promise<readonly DomainEvent[]> => {
  if (!by.replacesId) return []
  const replaced = await holdAgreement(tx, by.replacesId)
  if (replaced.status !== 'completed') return []
  await saveAgreement(tx, supersede(replaced, now))
  const { id: agreementId, contractorId, engagementId, title } = replaced
  return [agreementSuperseded({ agreementId, contractorId, engagementId, title, replacedById: by.id })]
}

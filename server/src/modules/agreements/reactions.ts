import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { on } from '#kernel/reaction.ts'
import { organizationCreated } from '#modules/organizations/index.ts'
import { type Agreement, supersede } from './agreement.ts'
import { agreementCompleted, agreementSent, agreementSigned, agreementSuperseded, certificateMade } from './events.ts'
import { pdfSteps, sealSteps } from './make-document.ts'
import { makeCertificate } from './sealing/sealing-certificate.ts'
import { holdAgreement, saveAgreement } from './store.ts'
import { keepTemplate } from './templates/add-template.ts'
import { starterNda } from './templates/starter-nda.ts'

export const agreementReactions = [
  on(organizationCreated, 'agreements.make-certificate', async (work) => [
    certificateMade({ certificateSha256: (await makeCertificate(work)).certificateSha256 }),
  ]),
  on(organizationCreated, 'agreements.add-starter', async (work) => [(await keepTemplate(work, starterNda)).event]),
  on(agreementSent, 'agreements.make-document', {
    lane: 'paper',
    load: (work, { agreementId }) => pdfSteps.load(work, agreementId),
    prepare: pdfSteps.prepare,
    run: async (work, { agreement }) => {
      await pdfSteps.keep(work, agreement, work.prepared)
      return []
    },
  }),
  on(agreementSigned, 'agreements.seal-document', {
    lane: 'paper',
    load: async (work, { agreementId, isLast }) => (isLast ? sealSteps.load(work, agreementId) : undefined),
    prepare: sealSteps.prepare,
    run: async (work, { agreement }) => {
      const sha256 = await sealSteps.keep(work, agreement, work.prepared)
      const { id: agreementId, contractorId, engagementId, title } = agreement
      const completed = agreementCompleted({ agreementId, contractorId, engagementId, title, sha256 })
      return [completed, ...(await supersedeReplaced(work, agreement))]
    },
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

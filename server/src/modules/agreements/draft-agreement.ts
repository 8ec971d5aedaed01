import { command, type Work } from '#kernel/command.ts'
import { contractorFor, contractorOf, engagementOf } from '#modules/directory/index.ts'
import { type Agreement, fillIn, maySend } from './agreement.ts'
import { viewOfAgreement } from './agreement-view.ts'
import { compose } from './compose.ts'
import * as contract from './contract.ts'
import { agreementDrafted, draftChanged } from './events.ts'
import { AgreementId, type AgreementTemplateId } from './ids.ts'
import { nothingToReplace, otherContractor } from './problems.ts'
import { agreementOf, insertDraft, lockAgreement, saveAgreement } from './store.ts'
import { templateOf, templateVersionOf } from './templates/store.ts'
import { beInUse } from './templates/template.ts'

export type NewAgreement = Readonly<{
  templateId: AgreementTemplateId
  contractorId: Agreement['contractorId']
  engagementId: Agreement['engagementId']
  fields: contract.AgreementFields
  /** The completed agreement whose place it takes. */
  replacesId?: AgreementId | null
}>

/** A draft for whoever has asked for the permission and records what happened. */
export const openDraft = async (work: Work, wanted: NewAgreement): Promise<Agreement> => {
  const { tx, actor, causedBy, now, newId } = work
  const { templateId, replacesId = null, ...about } = wanted
  const template = beInUse(await templateOf(tx, templateId))
  await contractorOf(tx, about.contractorId)
  await holdTogether(work, { ...about, replacesId })
  await compose(work, template, about)
  const id = newId(AgreementId)
  const draftedBy = causedBy ?? actor.personId
  await insertDraft(tx, { id, template, ...about, replacesId, draftedBy, now })
  return agreementOf(tx, id)
}

type About = Pick<Agreement, 'contractorId' | 'engagementId' | 'replacesId'>

const holdTogether = async ({ tx }: Work, { contractorId, engagementId, replacesId }: About): Promise<void> => {
  const engagement = engagementId && (await engagementOf(tx, engagementId))
  if (engagement && engagement.contractorId !== contractorId) throw otherContractor(at('engagementId'))
  const replaced = replacesId && (await agreementOf(tx, replacesId))
  if (!replaced) return
  if (replaced.contractorId !== contractorId) throw otherContractor(at('replacesId'))
  if (replaced.status !== 'completed') throw nothingToReplace({ agreementStatus: replaced.status })
}

const at = (field: string) => ({ errors: [{ pointer: `#/${field}`, detail: 'Choose one of this contractor.' }] })

export const draftAgreement = command(contract.draftAgreement)({
  load: ({ tx, actor }, { contractorId }) => contractorFor(actor, tx, contractorId),
  allow: maySend,
  run: async (work, _, wanted) => {
    const draft = await openDraft(work, wanted)
    const { id: agreementId, contractorId, engagementId, title } = draft
    return {
      result: await viewOfAgreement(work, draft),
      events: [agreementDrafted({ agreementId, contractorId, engagementId, title })],
    }
  },
})

export const changeDraft = command(contract.changeDraft)({
  load: ({ tx, actor }, input) => lockAgreement(actor, tx, input),
  allow: maySend,
  run: async (work, agreement, { agreementId, fields }) => {
    const { contractorId, engagementId, title, templateId, templateVersion } = agreement
    const changed = fillIn(agreement, fields)
    await compose(work, await templateVersionOf(work.tx, templateId, templateVersion), changed)
    return {
      result: await viewOfAgreement(work, await saveAgreement(work.tx, changed)),
      events: [draftChanged({ agreementId, contractorId, engagementId, title })],
    }
  },
})

import {
  type AgreementTemplateId,
  addTemplate,
  counterSign,
  draftAgreement,
  openMyAgreement,
  sendDraft,
  signMyAgreement,
} from '#modules/agreements/contract.ts'
import { cast } from './cast.ts'
import type { Company } from './company.ts'
import type { AtWork } from './contractors.ts'
import type { Stage } from './stage.ts'

const nda = `# Confidentiality

{{legalEntity.name}} and {{contractor.name}} work together from {{today}} on. Each keeps the **other’s secrets**: what is
not public, was told for the work, and is of value because it is not known.

# How long

The duty holds while they work together and for three years after. What is known to everybody is no secret.`

/** How far an agreement has come: sent, opened, signed by the contractor, or by both. */
export type Progress = 'sent' | 'opened' | 'signed' | 'completed'

export const addNda = async (stage: Stage, { people }: Company): Promise<AgreementTemplateId> => {
  const template = {
    name: 'Mutual NDA',
    kind: 'nda',
    body: nda,
    note: 'For everybody who sees unpublished work.',
  } as const
  return (await stage.perform(addTemplate, stage.as(people.ines, ['legal']), template)).id
}

type Paper = Readonly<{ templateId: AgreementTemplateId; someone: AtWork; progress: Progress }>

/** An agreement on its way, as far as it has come. */
export const agree = async (stage: Stage, { people }: Company, { templateId, someone, progress }: Paper) => {
  const ines = stage.as(people.ines, ['legal'])
  const { contractorId, engagementId, actor, name } = someone
  const draft = await stage.perform(draftAgreement, ines, {
    templateId,
    contractorId,
    engagementId,
    fields: {},
  })
  const { id: agreementId } = await stage.perform(sendDraft, ines, { agreementId: draft.id, version: draft.version })
  await stage.deliver()
  if (progress === 'sent') return
  const opened = await stage.perform(openMyAgreement, actor, { agreementId })
  if (progress === 'opened') return
  const consentVersion = opened.consent?.version ?? ''
  const says = { agreementId, contentHash: opened.contentHash ?? '', consents: true as const, consentVersion }
  const mark = (text: string) => ({ name: text, signature: { kind: 'typed' as const, text } })
  const signed = await stage.perform(signMyAgreement, actor, { ...says, ...mark(name), version: opened.version })
  if (progress === 'completed')
    await stage.perform(counterSign, ines, { ...says, ...mark(cast.ines.name), version: signed.version })
  await stage.deliver()
}

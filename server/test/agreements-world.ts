import type { Actor } from '#kernel/actor.ts'
import {
  type AgreementView,
  addTemplate,
  counterSign,
  draftAgreement,
  openMyAgreement,
  sendDraft,
  signMyAgreement,
  type TemplateContent,
} from '#modules/agreements/contract.ts'
import { memberOnFile } from './approvals-world.ts'
import { readyContractor } from './work-world.ts'
import type { World } from './world.ts'

/** A template that can be filled in for any contractor with an engagement. */
export const aTemplate = (w: World, content: Partial<TemplateContent> = {}) =>
  w.done(addTemplate, w.member('legal'), {
    name: 'Mutual NDA',
    kind: 'nda',
    body: '# Confidentiality\n{{legalEntity.name}} and {{contractor.name}} keep **each other’s** secrets from {{today}} on.',
    ...content,
  })

/** A contractor who was sent an agreement. `content` changes the template, `fields` fill it in. */
export const sentAgreement = async (
  w: World,
  { content = {}, fields = {} }: Readonly<{ content?: Partial<TemplateContent>; fields?: object }> = {},
) => {
  const ready = await readyContractor(w)
  const template = await aTemplate(w, content)
  const legal = w.member('legal')
  const { contractorId, engagementId } = ready
  const wanted = { templateId: template.id, contractorId, engagementId, fields }
  const draft = await w.done(draftAgreement, legal, wanted)
  const agreement = await w.done(sendDraft, legal, { agreementId: draft.id, version: draft.version })
  return { ...ready, legal, template, agreement, agreementId: agreement.id }
}

type Sent = Readonly<{ agreementId: string; actor: Actor }>
type Signable = Pick<AgreementView, 'id' | 'version' | 'contentHash' | 'consent'>

/** What a signature of this agreement has to say, as a page would send it. */
export const signatureOf = ({ id, version, contentHash, consent }: Signable, name: string) => ({
  ...{ agreementId: id, version, contentHash, consents: true, consentVersion: consent?.version, name },
  signature: { kind: 'typed', text: name },
})

export const openedBy = (w: World, { agreementId, actor }: Sent) => w.done(openMyAgreement, actor, { agreementId })

/** Opened and signed by its contractor. */
export const signedByContractor = async (w: World, sent: Sent, name = 'Priya Raman') =>
  w.done(signMyAgreement, sent.actor, signatureOf(await openedBy(w, sent), name))

/** Signed by both. Deliver to have it sealed. */
export const completedAgreement = async (w: World, options: Parameters<typeof sentAgreement>[1] = {}) => {
  const sent = await sentAgreement(w, options)
  const signed = await signedByContractor(w, sent)
  const ines = await memberOnFile(w, 'Ines Duarte', 'legal')
  const view = await w.done(counterSign, ines, {
    ...signatureOf(signed, 'Ines Duarte'),
    consentVersion: sent.agreement.consent?.version ?? '2026-11',
  })
  return { ...sent, ines, agreement: view }
}

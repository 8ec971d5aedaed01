import { may } from '#kernel/actor.ts'
import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { templateAdded } from '#modules/agreements/events.ts'
import { AgreementTemplateId } from '#modules/agreements/ids.ts'
import { changeTemplates } from '#modules/agreements/permissions.ts'
import * as contract from './contract.ts'
import { insertTemplate, templateOf } from './store.ts'
import { holdBody, viewOf } from './template.ts'

type Added = Readonly<{ agreementTemplateId: AgreementTemplateId; event: DomainEvent }>

export const keepTemplate = async (work: Work, content: contract.TemplateContent): Promise<Added> => {
  holdBody(content)
  const { tx, actor, causedBy, now, newId } = work
  const agreementTemplateId = newId(AgreementTemplateId)
  const madeBy = causedBy ?? actor.personId
  await insertTemplate(tx, { id: agreementTemplateId, content, madeBy, madeAt: now })
  return { agreementTemplateId, event: templateAdded({ agreementTemplateId, name: content.name }) }
}

export const addTemplate = command(contract.addTemplate)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeTemplates),
  run: async (work, _, content) => {
    const { agreementTemplateId, event } = await keepTemplate(work, content)
    return { result: viewOf(await templateOf(work.tx, agreementTemplateId), work.actor), events: [event] }
  },
})

import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { templateChanged } from '#modules/agreements/events.ts'
import { changeTemplates } from '#modules/agreements/permissions.ts'
import * as contract from './contract.ts'
import { insertVersion, lockTemplate, templateOf } from './store.ts'
import { beInUse, holdBody, viewOf } from './template.ts'

export const changeTemplate = command(contract.changeTemplate)({
  load: ({ tx }, input) => lockTemplate(tx, input),
  allow: (actor) => may(actor, changeTemplates),
  run: async ({ tx, actor, now }, template, { agreementTemplateId, version, ...content }) => {
    beInUse(template)
    holdBody(content)
    const templateVersion = version + 1
    const made = { id: agreementTemplateId, content, madeBy: actor.personId, madeAt: now }
    await insertVersion(tx, made, templateVersion)
    return {
      result: viewOf(await templateOf(tx, agreementTemplateId), actor),
      events: [templateChanged({ agreementTemplateId, name: content.name, templateVersion })],
    }
  },
})

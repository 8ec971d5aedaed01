import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { templateArchived, templateRestored } from '#modules/agreements/events.ts'
import { changeTemplates } from '#modules/agreements/permissions.ts'
import * as contract from './contract.ts'
import { lockTemplate, saveArchived } from './store.ts'
import { archive, restore, viewOf } from './template.ts'

export const archiveTemplate = command(contract.archiveTemplate)({
  load: ({ tx }, input) => lockTemplate(tx, input),
  allow: (actor) => may(actor, changeTemplates),
  run: async ({ tx, actor, now }, template, { agreementTemplateId }) => {
    const archived = archive(template, now)
    await saveArchived(tx, archived)
    const { name } = archived
    return { result: viewOf(archived, actor), events: [templateArchived({ agreementTemplateId, name })] }
  },
})

export const restoreTemplate = command(contract.restoreTemplate)({
  load: ({ tx }, input) => lockTemplate(tx, input),
  allow: (actor) => may(actor, changeTemplates),
  run: async ({ tx, actor }, template, { agreementTemplateId }) => {
    const restored = restore(template)
    await saveArchived(tx, restored)
    const { name } = restored
    return { result: viewOf(restored, actor), events: [templateRestored({ agreementTemplateId, name })] }
  },
})

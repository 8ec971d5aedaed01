import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { readAgreements } from '#modules/agreements/permissions.ts'
import { mergeFields } from '#modules/agreements/text/merge-fields.ts'
import * as contract from './contract.ts'
import { mostTemplates, templateOf, templatesOf } from './store.ts'
import { rowOf, viewOf } from './template.ts'

export const listTemplates = query(contract.listTemplates)({
  allow: (actor) => may(actor, readAgreements),
  read: async ({ tx }) => {
    const { rows, isCut } = cutAt(await templatesOf(tx), mostTemplates)
    const fields = Object.entries(mergeFields).map(([name, means]) => ({ name, means }))
    return { items: rows.map(rowOf), isCut, mergeFields: fields }
  },
})

export const viewTemplate = query(contract.viewTemplate)({
  allow: (actor) => may(actor, readAgreements),
  read: async ({ tx, actor }, { agreementTemplateId }) => viewOf(await templateOf(tx, agreementTemplateId), actor),
})

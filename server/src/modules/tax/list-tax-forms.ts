import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { contractorFor } from '#modules/directory/index.ts'
import * as contract from './contract.ts'
import { readTaxForms } from './permissions.ts'
import { taxFormsOf } from './store.ts'
import { mayRevealTin, signsOwnForms, viewOf } from './tax-form.ts'

export const listMyTaxForms = query(contract.listMyTaxForms)({
  allow: signsOwnForms,
  read: async ({ tx, actor }) => ({ items: (await taxFormsOf(tx, actor.contractorId ?? '')).map(viewOf) }),
})

export const listTaxForms = query(contract.listTaxForms)({
  allow: (actor) => may(actor, readTaxForms),
  read: async ({ tx, actor }, { contractorId }) => {
    const contractor = await contractorFor(actor, tx, contractorId)
    const forms = await taxFormsOf(tx, contractorId)
    const can = { reveal: mayRevealTin(actor, contractor) }
    return { items: forms.map((form) => ({ ...viewOf(form), can })) }
  },
})

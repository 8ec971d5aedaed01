import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { contractorFor } from '#modules/directory/index.ts'
import { mayOpenProtected } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { readTaxForms } from './permissions.ts'
import { mostForms, taxFormsOf } from './store.ts'
import { knownOf, mayRevealTin, signsOwnForms, viewOf } from './tax-form.ts'

export const listMyTaxForms = query(contract.listMyTaxForms)({
  allow: signsOwnForms,
  read: async ({ tx, actor }) => {
    const contractorId = actor.contractorId ?? ''
    const { rows, isCut } = cutAt(await taxFormsOf(tx, contractorId), mostForms)
    const known = await knownOf(tx, contractorId)
    return { items: rows.map((form) => viewOf(form, known)), isCut }
  },
})

export const listTaxForms = query(contract.listTaxForms)({
  allow: (actor) => may(actor, readTaxForms),
  read: async ({ tx, actor }, { contractorId }) => {
    const contractor = await contractorFor(actor, tx, contractorId)
    const { rows: forms, isCut } = cutAt(await taxFormsOf(tx, contractorId), mostForms)
    const known = await knownOf(tx, contractorId)
    const can = { reveal: mayRevealTin(actor, contractor), open: mayOpenProtected(actor) }
    return { isCut, items: forms.map((form) => ({ ...viewOf(form, known), can })) }
  },
})

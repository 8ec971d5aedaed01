import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { contractorFor } from '#modules/directory/index.ts'
import { downloadOf } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { openTaxForms, signOwnForms } from './permissions.ts'
import { formNotMade, taxFormNotFound } from './problems.ts'
import { taxFormOf } from './store.ts'
import { mayOpenForms } from './tax-form.ts'

export const downloadTaxForm = query(contract.downloadTaxForm)({
  allow: (actor) => may(actor, openTaxForms) || may(actor, signOwnForms),
  read: async (work, { taxFormId }) => {
    const { tx, actor } = work
    const form = await taxFormOf(tx, taxFormId)
    const isOwn = actor.contractorId === form.contractorId
    if (!isOwn && !mayOpenForms(actor, await contractorFor(actor, tx, form.contractorId))) throw taxFormNotFound()
    if (!form.fileId) throw formNotMade()
    return downloadOf(work, form.fileId)
  },
})

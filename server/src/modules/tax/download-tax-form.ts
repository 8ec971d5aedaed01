import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { sees } from '#kernel/sight.ts'
import { downloadOf } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { openTaxForms, signOwnForms } from './permissions.ts'
import { formNotMade, taxFormNotFound } from './problems.ts'
import { taxFormOf } from './store.ts'

export const downloadTaxForm = query(contract.downloadTaxForm)({
  allow: (actor) => may(actor, openTaxForms) || may(actor, signOwnForms),
  read: async (work, { taxFormId }) => {
    const { tx, actor } = work
    const form = await taxFormOf(tx, taxFormId)
    const isOwn = actor.contractorId === form.contractorId
    if (!isOwn && !(may(actor, openTaxForms) && (await sees(actor, tx, taxFormId)))) throw taxFormNotFound()
    if (!form.fileId) throw formNotMade()
    return downloadOf(work, form.fileId)
  },
})

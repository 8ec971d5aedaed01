import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { sees } from '#kernel/sight.ts'
import { downloadOf } from '#modules/files/index.ts'
import * as contract from './contract.ts'
import { readTaxForms } from './permissions.ts'
import { formNotMade, taxFormNotFound } from './problems.ts'
import { taxFormOf } from './store.ts'
import { signsOwnForms } from './tax-form.ts'

/** Only ever the copy: whoever needs the whole number opens the protected file, which is recorded. */
export const downloadTaxForm = query(contract.downloadTaxForm)({
  allow: (actor) => may(actor, readTaxForms) || signsOwnForms(actor),
  read: async (work, { taxFormId }) => {
    const { tx, actor } = work
    const form = await taxFormOf(tx, taxFormId)
    const isOwn = signsOwnForms(actor) && actor.contractorId === form.contractorId
    if (!isOwn && !(may(actor, readTaxForms) && (await sees(actor, tx, taxFormId)))) throw taxFormNotFound()
    if (!form.copyFileId) throw formNotMade()
    return downloadOf(work, form.copyFileId)
  },
})

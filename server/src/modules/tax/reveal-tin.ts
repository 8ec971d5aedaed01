import { command } from '#kernel/command.ts'
import { contractorFor } from '#modules/directory/index.ts'
import { countReveal } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { tinRevealed } from './events.ts'
import { noTin, taxFormNotFound } from './problems.ts'
import { taxFormOf } from './store.ts'
import { mayReadForms, mayRevealTin } from './tax-form.ts'
import { tinPlace } from './tin-place.ts'

export const revealTin = command(contract.revealTin)({
  load: async ({ tx, actor }, { taxFormId }) => {
    const form = await taxFormOf(tx, taxFormId)
    const contractor = await contractorFor(actor, tx, form.contractorId)
    if (!mayReadForms(actor, contractor)) throw taxFormNotFound()
    return { form, contractor }
  },
  allow: (actor, { contractor }) => mayRevealTin(actor, contractor),
  run: async (work, { form }, { taxFormId, reason }) => {
    if (!form.sealedTin) throw noTin()
    await countReveal(work)
    const { tx, secrets } = work
    return {
      result: { tin: secrets.open(tinPlace(tx.organizationId, taxFormId), form.sealedTin) },
      events: [tinRevealed({ taxFormId, contractorId: form.contractorId, reason })],
    }
  },
})

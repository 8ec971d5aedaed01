import { command, type Work } from '#kernel/command.ts'
import { lastFour } from '#kernel/secrets.ts'
import { holdMark } from '#modules/agreements/index.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { w9Signed } from './events.ts'
import { TaxFormId } from './ids.ts'
import { insertTaxForm, taxFormOf } from './store.ts'
import { signsOwnForms, viewOf } from './tax-form.ts'
import { tinPlace } from './tin-place.ts'
import { check } from './w9.ts'

export const signMyW9 = command(contract.signMyW9)({
  load: async () => undefined,
  allow: signsOwnForms,
  prepare: (ground, _, { signature }) => holdMark(ground, signature),
  run: async (work, _, { signature, certifies: _certifies, ...form }) => {
    const { tx, actor, now, newId } = work
    const checked = check(form)
    const id = newId(TaxFormId)
    const contractorId = ContractorId.parse(actor.contractorId)
    await insertTaxForm(tx, {
      id,
      contractorId,
      checked,
      tin: checked.tin === null ? null : sealTin(work, id, checked.tin),
      mark: signature,
      evidence: evidenceOf(work),
      signedBy: actor.personId,
      signedAt: now,
      validFrom: await todayOf(work),
    })
    const signed = await taxFormOf(tx, id)
    return {
      result: { ...viewOf(signed), notices: [...checked.notices] },
      events: [w9Signed({ taxFormId: id, contractorId, classification: form.classification })],
    }
  },
})

const sealTin = ({ tx, secrets }: Work, id: TaxFormId, tin: string) => ({
  sealed: secrets.seal(tinPlace(tx.organizationId, id), tin),
  last4: lastFour(tin),
  fingerprint: secrets.fingerprint(tx.organizationId, 'tax id', tin),
})

/** What makes an electronic signature theirs: how they were identified, and when (IRS Announcement 98-27). */
const evidenceOf = ({ actor, now }: Work) => [
  { label: 'Signed in as', value: actor.personId },
  { label: 'Signed in at', value: (actor.confirmedAt ?? now).toISOString() },
  { label: 'Signed at', value: now.toISOString() },
]

import { command, type Work } from '#kernel/command.ts'
import { holdLetters } from '#kernel/documents/hold-letters.ts'
import { lastFour } from '#kernel/secrets.ts'
import { evidenceFor, holdMark, utc } from '#modules/agreements/index.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { w9Signed } from './events.ts'
import { TaxFormId } from './ids.ts'
import { insertTaxForm, taxFormOf } from './store.ts'
import { knownOf, signsOwnForms, viewOf } from './tax-form.ts'
import { tinPlace } from './tin-place.ts'
import { check } from './w9.ts'

export const signMyW9 = command(contract.signMyW9)({
  load: async () => undefined,
  allow: signsOwnForms,
  prepare: async (ground, _, given) => {
    await holdLetters(ground.documents, writtenIn(given))
    await holdMark(ground, given.signature)
  },
  run: async (work, _, { signature, certifies: _certifies, ...form }) => {
    const { tx, actor, now, newId } = work
    const validFrom = await todayOf(work)
    const checked = check(form, validFrom)
    const id = newId(TaxFormId)
    const contractorId = ContractorId.parse(actor.contractorId)
    await insertTaxForm(tx, {
      id,
      contractorId,
      checked,
      tin: checked.tin === null ? null : sealTin(work, id, checked.tin),
      mark: signature,
      evidence: await evidenceOf(work, contractorId),
      signedBy: actor.personId,
      signedAt: now,
      validFrom,
    })
    const signed = await taxFormOf(tx, id)
    return {
      result: viewOf(signed, await knownOf(tx, contractorId)),
      events: [w9Signed({ taxFormId: id, contractorId, classification: form.classification })],
    }
  },
})

/** What the document shows as it was written. */
const writtenIn = ({ name, businessName, otherClassification, accountNumbers, address }: contract.SignedW9) => ({
  ...{ name, businessName, otherClassification, accountNumbers },
  ...{ 'address/line1': address.line1, 'address/line2': address.line2 ?? '', 'address/city': address.city },
})

const sealTin = ({ tx, secrets }: Work, id: TaxFormId, tin: string) => ({
  sealed: secrets.seal(tinPlace(tx.organizationId, id), tin),
  last4: lastFour(tin),
  fingerprint: secrets.fingerprint(tx.organizationId, 'tax id', tin),
})

/** What makes an electronic signature theirs: how they were identified, and when (IRS Announcement 98-27). */
const evidenceOf = async (work: Work, contractorId: ContractorId) => {
  const { accountName, email, authentication, signedInAt, address } = await evidenceFor(work, contractorId)
  return [
    { label: 'Account', value: accountName },
    { label: 'E-mail', value: email },
    { label: 'Identified by', value: authentication },
    { label: 'Signed in', value: utc(signedInAt === null ? null : new Date(signedInAt)) },
    { label: 'Address on the network', value: address },
    { label: 'Signed', value: utc(work.now) },
  ]
}

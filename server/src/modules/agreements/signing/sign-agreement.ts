import { command, type Ground, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { type Agreement, mayCounterSign, maySignAsContractor, sign } from '#modules/agreements/agreement.ts'
import { viewOfAgreement, viewOfMyAgreement } from '#modules/agreements/agreement-view.ts'
import * as contract from '#modules/agreements/contract.ts'
import { agreementSigned } from '#modules/agreements/events.ts'
import { agreementOf, lockAgreement, saveAgreement } from '#modules/agreements/store.ts'
import { todayOf } from '#modules/organizations/index.ts'
import type { SignatureGiven, SigningRole } from './contract.ts'
import { evidenceFor } from './evidence.ts'
import { holdGiven, holdSignature } from './signature.ts'
import { insertSignature } from './store.ts'

type Asked = SignatureGiven & Readonly<{ agreementId: Agreement['id']; version: number }>

const load = ({ tx, actor }: Work, input: Asked): Promise<Agreement> => lockAgreement(actor, tx, input)

/** The drawing is tried out while no row is held, because that takes its time. */
const prepare = (ground: Ground, _: Agreement, input: Asked): Promise<void> => holdSignature(ground, input)

type Added = Readonly<{ signed: Agreement; event: DomainEvent }>

const addSignature = async (
  work: Work,
  agreement: Agreement,
  { given, role }: Readonly<{ given: SignatureGiven; role: SigningRole }>,
): Promise<Added> => {
  const { tx, actor, now } = work
  const { id: agreementId, contractorId, engagementId, title } = agreement
  holdGiven(agreement, given, actor.personId)
  const signed = sign(agreement, role, { today: await todayOf(work), now })
  await insertSignature(tx, agreementId, {
    ...{ role, personId: actor.personId, name: given.name, capacity: capacityOf(agreement, role) },
    ...{ mark: given.signature, contentSha256: given.contentHash, consentVersion: given.consentVersion },
    evidence: await evidenceFor(work, contractorId),
    signedAt: now,
  })
  await saveAgreement(tx, signed)
  const said = { role, contentSha256: given.contentHash, isLast: signed.status === 'completed' }
  return {
    signed: await agreementOf(tx, agreementId),
    event: agreementSigned({ agreementId, contractorId, engagementId, title, ...said }),
  }
}

/** On whose behalf: the party of the text, unless that is the contractor in person. */
const capacityOf = ({ content, contractorName }: Agreement, role: SigningRole): string => {
  const [client, contractor] = content?.parties ?? []
  const party = role === 'organization' ? client?.name : contractor?.name
  return party && party !== contractorName ? `For ${party}` : ''
}

export const signMyAgreement = command(contract.signMyAgreement)({
  load,
  allow: maySignAsContractor,
  prepare,
  run: async (work, agreement, given) => {
    const { signed, event } = await addSignature(work, agreement, { given, role: 'contractor' })
    return { result: viewOfMyAgreement(work, signed), events: [event] }
  },
})

export const counterSign = command(contract.counterSign)({
  load,
  allow: mayCounterSign,
  prepare,
  run: async (work, agreement, given) => {
    const { signed, event } = await addSignature(work, agreement, { given, role: 'organization' })
    return { result: await viewOfAgreement(work, signed), events: [event] }
  },
})

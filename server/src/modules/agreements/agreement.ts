import { type Actor, may, mayIn } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { FileId } from '#modules/files/contract.ts'
import type { AgreementContent, AgreementFields, AgreementRow, AgreementStatus, SigningRole } from './contract.ts'
import type { AgreementId, AgreementTemplateId } from './ids.ts'
import { counterSignAgreements, readAgreements, sendAgreements, signOwnAgreements } from './permissions.ts'
import * as problems from './problems.ts'
import type { Signature } from './signing/signature.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const agreementTransitions: Transitions<AgreementStatus> = {
  draft: ['sent', 'voided'],
  sent: ['viewed', 'declined', 'voided', 'expired'],
  viewed: ['partially_signed', 'completed', 'declined', 'voided', 'expired'],
  partially_signed: ['completed', 'voided', 'expired'],
  completed: ['superseded'],
  declined: [],
  voided: [],
  expired: [],
  superseded: [],
}

export type Agreement = Readonly<
  AgreementRow & {
    departmentId: string | null
    templateId: AgreementTemplateId
    templateVersion: number
    replacesId: AgreementId | null
    fields: AgreementFields
    /** Fixed when it is sent, and with it the hash. */
    content: AgreementContent | null
    contentSha256: string | null
    sentBy: PersonId | null
    viewedAt: Date | null
    reason: string | null
    pdfFileId: FileId | null
    pdfSha256: string | null
    sealedFileId: FileId | null
    sealedSha256: string | null
    signatures: readonly Pick<Signature, 'role' | 'personId' | 'name' | 'capacity' | 'signedAt'>[]
    version: number
  }
>

type Filed = Pick<Agreement, 'departmentId'>
export const mayReadAgreement = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readAgreements, departmentId)
export const maySend = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, sendAgreements, departmentId)
export const mayCounterSign = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, counterSignAgreements, departmentId)

/** It was sent to them. A draft, also one that was called off, never was. */
export const isMine = (actor: Actor, { contractorId, sentAt }: Pick<Agreement, 'contractorId' | 'sentAt'>): boolean =>
  actor.contractorId === contractorId && sentAt !== null
export const maySignAsContractor = (actor: Actor, agreement: Agreement): boolean =>
  may(actor, signOwnAgreements) && isMine(actor, agreement)

/** While it waits for a signature. */
export const open: readonly AgreementStatus[] = ['sent', 'viewed', 'partially_signed']

const step = (agreement: Agreement, to: AgreementStatus, movedAt: Date): Agreement => {
  if (mayFollow(agreementTransitions, agreement.status, to)) return { ...agreement, status: to, movedAt }
  throw problems.agreementCannotMove({ from: agreement.status, to })
}

export const fillIn = (agreement: Agreement, fields: AgreementFields): Agreement => {
  if (agreement.status !== 'draft') throw problems.agreementCannotMove({ from: agreement.status, to: 'draft' })
  return { ...agreement, fields }
}

type Sending = Readonly<{
  content: AgreementContent
  contentSha256: string
  expiresOn: PlainDate
  sentBy: PersonId
  today: PlainDate
  now: Date
}>

export const send = (agreement: Agreement, { today, now, ...sent }: Sending): Agreement => {
  if (sent.expiresOn < today) {
    throw problems.lastDayPassed({ errors: [{ pointer: '#/expiresOn', detail: 'Choose today or a later day.' }] })
  }
  return { ...step(agreement, 'sent', now), ...sent, sentAt: now }
}

/** The first look counts; later ones change nothing. */
export const view = (agreement: Agreement, now: Date): Agreement =>
  agreement.status === 'sent' ? { ...step(agreement, 'viewed', now), viewedAt: now } : agreement

type Moment = Readonly<{ today: PlainDate; now: Date }>

/** The contractor signs first; the organization signs last, where the template asks for it. */
export const sign = (agreement: Agreement, role: SigningRole, { today, now }: Moment): Agreement => {
  const { status, expiresOn, counterSignature } = agreement
  if (open.includes(status) && expiresOn !== null && expiresOn < today) throw problems.agreementExpired({ expiresOn })
  if (role === 'contractor' && status === 'sent') throw problems.agreementNotOpened()
  if (role === 'organization' && (status === 'sent' || status === 'viewed')) throw problems.notYourTurn()
  if (role === 'contractor' && status === 'partially_signed') throw problems.alreadySigned()
  const isLast = role === 'organization' || !counterSignature
  const signed = step(agreement, isLast ? 'completed' : 'partially_signed', now)
  return isLast ? { ...signed, completedAt: now } : signed
}

export const decline = (agreement: Agreement, reason: string, now: Date): Agreement => ({
  ...step(agreement, 'declined', now),
  reason,
})

export const callOff = (agreement: Agreement, reason: string, now: Date): Agreement => ({
  ...step(agreement, 'voided', now),
  reason,
})

export const expire = (agreement: Agreement, now: Date): Agreement => step(agreement, 'expired', now)

export const supersede = (agreement: Agreement, now: Date): Agreement => step(agreement, 'superseded', now)

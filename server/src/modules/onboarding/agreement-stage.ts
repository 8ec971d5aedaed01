import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { AgreementId } from '#modules/agreements/contract.ts'
import { type Agreement, agreementOf, agreementsOf } from '#modules/agreements/index.ts'
import { engagementsOf } from '#modules/directory/index.ts'
import { agreementHeld } from './events.ts'
import { type Evidence, weigh } from './evidence.ts'
import { type Onboarding, stageFactsOf } from './onboarding.ts'
import { hold, isSettled, type Moment, type Stage } from './stage.ts'
import { eventOf } from './stage-events.ts'
import { saveStage } from './store.ts'
import { templateFor } from './template-of-stage.ts'

type Settling = Readonly<{ onboarding: Onboarding; stage: Stage; moment: Moment }>

/** Brings the stage up to its agreement: signed by the contractor, by everybody, or come to nothing. */
export const settleAgreement = async (work: Work, settling: Settling): Promise<readonly DomainEvent[]> => {
  const { onboarding, stage, moment } = settling
  // Waived by a member: whatever becomes of the agreement, nobody waits for it.
  if (isSettled(stage)) return []
  if (stage.agreementId === null) return reuseAgreement(work, settling)
  const agreement = await agreementOf(work.tx, AgreementId.parse(stage.agreementId))
  const lost = lostBecause(agreement)
  if (lost !== undefined) {
    await saveStage(work.tx, hold(stage, lost, moment))
    return [agreementHeld({ ...stageFactsOf(onboarding, stage), reason: lost })]
  }
  const next = weigh(stage, evidenceFrom(agreement), { ...moment, reuse: false })
  if (next === stage) return []
  await saveStage(work.tx, next)
  return [eventOf(onboarding, next, { reused: false })]
}

/** What both have signed already, for the same legal entity, is not signed twice. */
const reuseAgreement = async (work: Work, settling: Settling): Promise<readonly DomainEvent[]> => {
  const { onboarding, stage, moment } = settling
  const agreementId = await signedBefore(work, onboarding, stage)
  if (!agreementId) return []
  const next = weigh({ ...stage, agreementId }, { kind: 'settled' }, { ...moment, reuse: true })
  if (next.status === stage.status) return []
  await saveStage(work.tx, next)
  return [eventOf(onboarding, next, { reused: true })]
}

const signedBefore = async (
  { tx }: Pick<Work, 'tx'>,
  { contractorId, legalEntityId }: Onboarding,
  { plan }: Stage,
): Promise<AgreementId | undefined> => {
  const template = await templateFor(tx, plan)
  const signed = (await agreementsOf(tx, { contractorId })).filter(
    ({ status, templateId }) => status === 'completed' && templateId === template?.id,
  )
  if (signed.length === 0) return undefined
  const engagements = await engagementsOf(tx, contractorId)
  const ofEntity = engagements.filter((engagement) => engagement.legalEntityId === legalEntityId).map(({ id }) => id)
  return signed.find(({ engagementId }) => engagementId !== null && ofEntity.includes(engagementId))?.id
}

const evidenceFrom = ({ status }: Agreement): Evidence => {
  if (status === 'completed' || status === 'superseded') return { kind: 'settled' }
  return status === 'partially_signed' ? { kind: 'given' } : { kind: 'none' }
}

const lostBecause = ({ status, reason }: Agreement): string | undefined => {
  if (status === 'declined') return `The contractor declined to sign: ${reason ?? 'no reason given'}`
  if (status === 'voided') return `The agreement was called off: ${reason ?? 'no reason given'}`
  return status === 'expired' ? 'The last day to sign the agreement has passed.' : undefined
}

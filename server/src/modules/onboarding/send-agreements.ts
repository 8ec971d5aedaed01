import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { AgreementFields, AgreementId } from '#modules/agreements/contract.ts'
import { type AgreementTemplate, agreementOf, sendAgreement } from '#modules/agreements/index.ts'
import type { EngagementId } from '#modules/directory/contract.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { payeeOf } from '#modules/payees/index.ts'
import { agreementAsked, agreementHeld } from './events.ts'
import type { OnboardingId } from './ids.ts'
import { stageFactsOf } from './onboarding.ts'
import { unknownTemplate } from './problems.ts'
import { onboardingOfEngagement } from './read-store.ts'
import { ask, hold, isToBeSent, type Stage } from './stage.ts'
import { holdOnboarding, type Placed, saveStage } from './store.ts'
import { templateFor } from './template-of-stage.ts'

/**
 * Sends what is to be signed, as soon as the details it is filled with were handed in. What cannot be sent becomes
 * legal's move, with the reason: it neither waits unseen nor is tried again and again.
 */
export const sendDueAgreements = async (work: Work, onboardingId: OnboardingId): Promise<readonly DomainEvent[]> => {
  const onboarding = await holdOnboarding(work.tx, onboardingId)
  const { status, stages } = onboarding
  if (status !== 'in_progress' || stages.some(isDataMissing)) return []
  const events: DomainEvent[] = []
  for (const stage of stages.filter((one) => isToBeSent(one) && one.waitsFor === 'nobody')) {
    events.push(...(await sendOrHold(work, { onboarding, stage })))
  }
  return events
}

const isDataMissing = ({ plan, status }: Stage): boolean => plan.kind === 'data' && status === 'open'

const sendOrHold = async (work: Work, placed: Placed): Promise<readonly DomainEvent[]> => {
  const { onboarding, stage } = placed
  const template = await templateFor(work.tx, stage.plan)
  const isPayeeKnown = (await payeeOf(work.tx, onboarding.contractorId)) !== undefined
  const reason = inTheWay(template, isPayeeKnown)
  if (template && reason === undefined) return send(work, placed, { template, fields: {} })
  await saveStage(work.tx, hold(stage, reason ?? '', { now: work.now, today: await todayOf(work) }))
  return [agreementHeld({ ...stageFactsOf(onboarding, stage), reason: reason ?? '' })]
}

/** Why nobody but a person can send it. Asked before sending, so that no draft with gaps is left behind. */
const inTheWay = (template: AgreementTemplate | undefined, isPayeeKnown: boolean): string | undefined => {
  if (!template) return 'There is no agreement template for it yet.'
  const { name, body, archivedAt } = template
  if (archivedAt !== null) return `The template “${name}” is no longer in use.`
  if (/\{\{\s*field:/.test(body)) return `“${name}” has places that are filled in by hand.`
  if (!isPayeeKnown && body.includes('payee.')) return `“${name}” names the payee, and nobody has said who that is.`
  return undefined
}

type Sending = Readonly<{ template: AgreementTemplate; fields: AgreementFields }>

const send = async (
  work: Work,
  { onboarding, stage }: Placed,
  { template, fields }: Sending,
): Promise<readonly [DomainEvent, ...DomainEvent[]]> => {
  const { contractorId, engagementId } = onboarding
  const wanted = { templateId: template.id, contractorId, engagementId, fields }
  const { agreement, event } = await sendAgreement(work, wanted)
  return [event, await askFor(work, { onboarding, stage }, agreement.id)]
}

/** A member sends it again, and is told at once what is in the way. */
export const sendAgain = async (
  work: Work,
  placed: Placed,
  fields: AgreementFields,
): Promise<readonly [DomainEvent, ...DomainEvent[]]> => {
  const template = await templateFor(work.tx, placed.stage.plan)
  if (!template) throw unknownTemplate()
  return send(work, placed, { template, fields })
}

const askFor = async (work: Work, { onboarding, stage }: Placed, agreementId: AgreementId): Promise<DomainEvent> => {
  await saveStage(work.tx, ask(stage, agreementId, { now: work.now, today: await todayOf(work) }))
  return agreementAsked({ ...stageFactsOf(onboarding, stage), agreementId })
}

type Sent = Readonly<{ agreementId: AgreementId; engagementId: EngagementId | null }>

/** An agreement that a member sent by hand is what a stage of the same template was waiting for. */
export const linkSentAgreement = async (
  work: Work,
  { agreementId, engagementId }: Sent,
): Promise<readonly DomainEvent[]> => {
  const { tx } = work
  const found = engagementId === null ? undefined : await onboardingOfEngagement(tx, engagementId)
  if (!found) return []
  const onboarding = await holdOnboarding(tx, found.id)
  const isKnown = onboarding.stages.some((stage) => stage.agreementId === agreementId)
  if (onboarding.status !== 'in_progress' || isKnown) return []
  const { templateId } = await agreementOf(tx, agreementId)
  for (const stage of onboarding.stages.filter(isToBeSent)) {
    if ((await templateFor(tx, stage.plan))?.id === templateId)
      return [await askFor(work, { onboarding, stage }, agreementId)]
  }
  return []
}

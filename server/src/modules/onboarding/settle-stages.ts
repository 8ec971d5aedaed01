import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { contractorOf, moveContractorTo } from '#modules/directory/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { settleAgreement } from './agreement-stage.ts'
import { onboardingCompleted } from './events.ts'
import { weigh } from './evidence.ts'
import { evidenceOf } from './evidence-of.ts'
import type { OnboardingId } from './ids.ts'
import { factsOf, isDone, moveTo, type Onboarding } from './onboarding.ts'
import { expire, isOver, type Moment, type Stage } from './stage.ts'
import { eventOf } from './stage-events.ts'
import { holdOnboarding, saveOnboarding, saveStage } from './store.ts'

type How = Readonly<{ reuse: boolean }>

/**
 * Looks at what is on file and brings every stage up to it, then completes what is done. Harmless to call twice:
 * every reaction and the start do just this, in whatever order the facts arrive.
 */
export const settleStages = async (
  work: Work,
  onboardingId: OnboardingId,
  { reuse }: How,
): Promise<readonly DomainEvent[]> => {
  const onboarding = await holdOnboarding(work.tx, onboardingId)
  if (onboarding.status !== 'in_progress') return []
  const moment = { now: work.now, today: await todayOf(work) }
  const events: DomainEvent[] = []
  for (const stage of onboarding.stages.filter((one) => !isOver(one))) {
    events.push(...(await settleStage(work, { onboarding, stage, moment, reuse })))
  }
  return [...events, ...(await completeIfDone(work, onboardingId))]
}

export type Settling = Readonly<{ onboarding: Onboarding; stage: Stage; moment: Moment; reuse: boolean }>

const settleStage = async (work: Work, settling: Settling): Promise<readonly DomainEvent[]> => {
  const { onboarding, stage, moment, reuse } = settling
  if (stage.plan.kind === 'agreement') return settleAgreement(work, settling)
  const next = weigh(stage, await evidenceOf(work, onboarding, stage), { ...moment, reuse })
  if (next === stage) return []
  await saveStage(work.tx, next)
  return [eventOf(onboarding, next, { reused: reuse })]
}

/** Nothing is missing any more: the onboarding is complete, and a contractor who waited for it is ready. */
export const completeIfDone = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  onboardingId: OnboardingId,
): Promise<readonly DomainEvent[]> => {
  const onboarding = await holdOnboarding(tx, onboardingId)
  if (!isDone(onboarding)) return []
  // What was left to choose and not chosen is not asked for any longer.
  for (const stage of onboarding.stages.filter((one) => one.status === 'open'))
    await saveStage(tx, expire(stage, now))
  await saveOnboarding(tx, { ...moveTo(onboarding, 'completed', now), completedAt: now })
  const { contractorId } = onboarding
  const { status } = await contractorOf(tx, contractorId)
  const facts = factsOf(onboarding)
  return [
    ...(status === 'onboarding'
      ? [await moveContractorTo({ tx, now }, contractorId, 'ready', 'the onboarding is complete')]
      : []),
    onboardingCompleted(facts),
  ]
}

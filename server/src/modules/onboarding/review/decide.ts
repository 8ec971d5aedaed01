import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { beUnderWay, type Onboarding } from '#modules/onboarding/onboarding.ts'
import type { OnboardingView } from '#modules/onboarding/onboarding-view.ts'
import { onboardingOf } from '#modules/onboarding/read-store.ts'
import { completeIfDone } from '#modules/onboarding/settle-stages.ts'
import type { Stage } from '#modules/onboarding/stage.ts'
import { eventOf } from '#modules/onboarding/stage-events.ts'
import { type Placed, saveStage } from '#modules/onboarding/store.ts'
import { viewOfOnboarding } from '#modules/onboarding/view-of-onboarding.ts'

type Decided = Readonly<{ result: OnboardingView; events: readonly [DomainEvent, ...DomainEvent[]] }>

/** Keeps what a member decided about a stage, and completes the onboarding if that was the last thing. */
export const decide = async (work: Work, { onboarding }: Placed, decided: Stage): Promise<Decided> => {
  beUnderWay(onboarding)
  await saveStage(work.tx, decided)
  const completed = await completeIfDone(work, onboarding.id)
  return {
    result: await viewNow(work, onboarding),
    events: [eventOf(onboarding, decided, { reused: false }), ...completed],
  }
}

export const viewNow = async (work: Work, { id }: Onboarding): Promise<OnboardingView> =>
  viewOfOnboarding(work, await onboardingOf(work.tx, id))

import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { completeIfDone } from '#modules/onboarding/settle-stages.ts'
import { approve, isReviewed, submit } from '#modules/onboarding/stage.ts'
import { eventOf } from '#modules/onboarding/stage-events.ts'
import { type Placed, saveStage } from '#modules/onboarding/store.ts'
import { todayOf } from '#modules/organizations/index.ts'

/** The contractor's part is done: somebody looks at it, or nobody has to. */
export const handIn = async (
  work: Work,
  { onboarding, stage }: Placed,
): Promise<readonly [DomainEvent, ...DomainEvent[]]> => {
  const { tx, now } = work
  const submitted = submit(stage, { now, today: await todayOf(work) })
  await saveStage(tx, submitted)
  const handedIn = eventOf(onboarding, submitted, { reused: false })
  if (isReviewed(stage)) return [handedIn]
  const approved = approve({ ...submitted, version: submitted.version + 1 }, null, now)
  await saveStage(tx, approved)
  const completed = await completeIfDone(work, onboarding.id)
  return [handedIn, eventOf(onboarding, approved, { reused: false }), ...completed]
}

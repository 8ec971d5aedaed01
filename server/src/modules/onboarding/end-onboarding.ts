import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import { contractorOf, endEngagementOn, engagementOf, moveContractorTo } from '#modules/directory/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { invitationDeclined, onboardingRejected, onboardingWithdrawn } from './events.ts'
import { factsOf, isOpen, moveTo, type Onboarding } from './onboarding.ts'
import { onboardingsOf } from './read-store.ts'
import { expire, isOver, isSettled } from './stage.ts'
import { saveOnboarding, saveStage } from './store.ts'

type End = Readonly<{ to: 'withdrawn' | 'declined' | 'rejected'; reason: string }>

const facts = { withdrawn: onboardingWithdrawn, declined: invitationDeclined, rejected: onboardingRejected }

/** The states in which a contractor is here for this onboarding alone, so that they leave with it. */
const hereForIt: readonly ContractorStatus[] = ['invited', 'invite_expired', 'onboarding']

/**
 * Ends an onboarding before it is complete. Who was only being onboarded goes with it; who works for us under another
 * engagement stays, and only this engagement ends.
 */
export const endOnboarding = async (
  work: Work,
  onboarding: Onboarding,
  { to, reason }: End,
): Promise<readonly [DomainEvent, ...DomainEvent[]]> => {
  const { tx, now } = work
  for (const stage of onboarding.stages.filter((one) => !isOver(one) && !isSettled(one)))
    await saveStage(tx, expire(stage, now))
  await saveOnboarding(tx, { ...moveTo(onboarding, to, now), reason })
  return [facts[to]({ ...factsOf(onboarding), reason }), ...(await leave(work, onboarding, { to, reason }))]
}

const leave = async (work: Work, onboarding: Onboarding, { to, reason }: End): Promise<readonly DomainEvent[]> => {
  const { tx } = work
  const { contractorId, engagementId } = onboarding
  const { status } = await contractorOf(tx, contractorId)
  // The directory ends the engagements of whoever leaves. Who let the time run out is archived, not withdrawn.
  if (hereForIt.includes(status) && (to === 'rejected' || !(await hasAnother(work, onboarding))))
    return [await moveContractorTo(work, contractorId, status === 'invite_expired' ? 'archived' : to, reason)]
  const engagement = await engagementOf(tx, engagementId)
  if (engagement.status === 'ended') return []
  return [await endEngagementOn(work, engagementId, { lastDay: await todayOf(work), reason })]
}

const hasAnother = async ({ tx }: Pick<Work, 'tx'>, { id, contractorId }: Onboarding): Promise<boolean> =>
  (await onboardingsOf(tx, contractorId)).some((other) => other.id !== id && isOpen(other))

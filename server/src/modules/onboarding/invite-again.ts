import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { makeLink } from '#modules/access/index.ts'
import { contractorOf, moveContractorTo } from '#modules/directory/index.ts'
import * as contract from './contract.ts'
import { contractorInvited } from './events.ts'
import { endOfInvitation, factsOf, mayInvite, moveTo, type Onboarding } from './onboarding.ts'
import { onboardingCannotMove } from './problems.ts'
import { onboardingOf } from './read-store.ts'
import { lockOnboarding, saveOnboarding } from './store.ts'
import { viewOfOnboarding } from './view-of-onboarding.ts'

export const inviteAgain = command(contract.inviteAgain)({
  load: ({ tx, actor }, input) => lockOnboarding(actor, tx, input),
  allow: mayInvite,
  run: async (work, onboarding) => {
    const [invited, ...moved] = await inviteAnew(work, onboarding)
    return {
      result: await viewOfOnboarding(work, await onboardingOf(work.tx, onboarding.id)),
      events: [invited, ...moved],
    }
  },
})

/** A new link to the address that is on file now; the one before stops working, wherever it went. */
export const inviteAnew = async (
  work: Work,
  onboarding: Onboarding,
): Promise<readonly [DomainEvent, ...DomainEvent[]]> => {
  const { tx, now } = work
  if (onboarding.status !== 'invited' && onboarding.status !== 'invite_expired')
    throw onboardingCannotMove({ from: onboarding.status, to: 'invited' })
  const { linkId, expiresAt: linkEndsAt } = await makeLink(work, 'portal-invitation', onboarding.id)
  const expiresAt = endOfInvitation(now, linkEndsAt)
  const again = onboarding.status === 'invited' ? onboarding : moveTo(onboarding, 'invited', now)
  const { contractorId, contractorEmail: email } = onboarding
  await saveOnboarding(tx, { ...again, email, linkId, expiresAt, invitedAt: now, reminders: 0 })
  const { status } = await contractorOf(tx, contractorId)
  return [
    contractorInvited({ ...factsOf(onboarding), linkId, expiresAt, again: true }),
    ...(status === 'invite_expired'
      ? [await moveContractorTo(work, contractorId, 'invited', 'another invitation was sent')]
      : []),
  ]
}

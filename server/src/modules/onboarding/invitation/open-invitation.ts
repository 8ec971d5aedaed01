import type { Work } from '#kernel/command.ts'
import { linkBehind, subjectOfLink, useLink } from '#modules/access/index.ts'
import { OnboardingId } from '#modules/onboarding/ids.ts'
import type { Onboarding } from '#modules/onboarding/onboarding.ts'
import { invitationOver } from '#modules/onboarding/problems.ts'
import { onboardingOf } from '#modules/onboarding/read-store.ts'
import { holdOnboarding } from '#modules/onboarding/store.ts'

export const purpose = 'portal-invitation'

type Holding = Pick<Work, 'tx' | 'now' | 'secrets'>

/** What the holder of a link is invited to, for looking at it. */
export const openInvitation = async ({ tx, now, secrets }: Holding, token: string): Promise<Onboarding> => {
  const { linkId } = linkBehind({ secrets }, purpose, token)
  const onboardingId = OnboardingId.parse(await subjectOfLink(tx, { linkId, purpose, now }))
  return beOpen(await onboardingOf(tx, onboardingId), now)
}

/** The same, used up and held until the commit. */
export const useInvitation = async ({ tx, now, secrets }: Holding, token: string): Promise<Onboarding> => {
  const { linkId } = linkBehind({ secrets }, purpose, token)
  const onboardingId = OnboardingId.parse(await useLink(tx, { linkId, purpose, now }))
  return beOpen(await holdOnboarding(tx, onboardingId), now)
}

/** A link that was mailed to an address which is no longer the contractor's lets nobody in. */
const beOpen = (onboarding: Onboarding, now: Date): Onboarding => {
  const { status, expiresAt, email, contractorEmail } = onboarding
  const isOpen = status === 'invited' && expiresAt !== null && expiresAt > now && email === contractorEmail
  if (!isOpen) throw invitationOver()
  return onboarding
}

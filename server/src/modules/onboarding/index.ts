import { flowHandlers } from './flows/handlers.ts'
import { invitationHandlers } from './invitation/handlers.ts'
import { inviteAgain } from './invite-again.ts'
import { inviteContractor } from './invite-contractor.ts'
import { keepOnboardings } from './keep-onboardings.ts'
import { countOnboardings, listOnboardings } from './list-onboardings.ts'
import { portalOnboardingHandlers } from './portal/handlers.ts'
import { reviewHandlers } from './review/handlers.ts'
import { viewOnboarding } from './view-onboarding.ts'
import { withdrawOnboarding } from './withdraw-onboarding.ts'

export * from './events.ts'
export type { Onboarding } from './onboarding.ts'
export { onboardingReactions } from './reactions.ts'
export { onboardingOf, onboardingOfEngagement, onboardingsOf } from './read-store.ts'
export { readiness } from './readiness.ts'

// The fixed address comes before `/onboardings/:onboardingId`, which would take it for an id.
export const onboardingHandlers = [
  ...flowHandlers,
  listOnboardings,
  countOnboardings,
  viewOnboarding,
  inviteContractor,
  inviteAgain,
  withdrawOnboarding,
  ...reviewHandlers,
  ...invitationHandlers,
  ...portalOnboardingHandlers,
]
export const onboardingSchedules = [keepOnboardings]

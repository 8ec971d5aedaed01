import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { flowHandlers } from './flows/handlers.ts'
import { invitationHandlers } from './invitation/handlers.ts'
import { inviteAgain } from './invite-again.ts'
import { inviteContractor } from './invite-contractor.ts'
import { keepOnboardings } from './keep-onboardings.ts'
import { countOnboardings, listOnboardings } from './list-onboardings.ts'
import { portalOnboardingHandlers } from './portal/handlers.ts'
import { onboardingReactions } from './reactions.ts'
import { reviewHandlers } from './review/handlers.ts'
import { showPortalLink } from './show-invitation-link.ts'
import { viewOnboarding } from './view-onboarding.ts'
import { withdrawOnboarding } from './withdraw-onboarding.ts'

export const onboarding: Module = {
  name: 'onboarding',
  switch: { title: 'Onboarding', about: 'Invitation, and all you ask for before somebody may start' },
  // The fixed address comes before `/onboardings/:onboardingId`, which would take it for an id.
  handlers: [
    ...flowHandlers,
    listOnboardings,
    countOnboardings,
    viewOnboarding,
    inviteContractor,
    inviteAgain,
    showPortalLink,
    withdrawOnboarding,
    ...reviewHandlers,
    ...invitationHandlers,
    ...portalOnboardingHandlers,
  ],
  reactions: onboardingReactions,
  schedules: [keepOnboardings],
}

import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readOnboardings } from './permissions.ts'
import { onboardingFor } from './read-store.ts'
import { viewOfOnboarding } from './view-of-onboarding.ts'

export const viewOnboarding = query(contract.viewOnboarding)({
  allow: (actor) => may(actor, readOnboardings),
  read: async (work, { onboardingId }) =>
    viewOfOnboarding(work, await onboardingFor(work.actor, work.tx, onboardingId)),
})

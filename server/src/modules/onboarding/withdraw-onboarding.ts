import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { endOnboarding } from './end-onboarding.ts'
import { mayInvite } from './onboarding.ts'
import { onboardingOf } from './read-store.ts'
import { lockOnboarding } from './store.ts'
import { viewOfOnboarding } from './view-of-onboarding.ts'

export const withdrawOnboarding = command(contract.withdrawOnboarding)({
  load: ({ tx, actor }, input) => lockOnboarding(actor, tx, input),
  allow: mayInvite,
  run: async (work, onboarding, { reason }) => {
    const events = await endOnboarding(work, onboarding, { to: 'withdrawn', reason })
    return { result: await viewOfOnboarding(work, await onboardingOf(work.tx, onboarding.id)), events }
  },
})

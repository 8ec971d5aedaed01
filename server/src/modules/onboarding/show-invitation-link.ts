import { command } from '#kernel/command.ts'
import { showLinkOnce } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { portalLinkShown } from './events.ts'
import { mayInvite, mayReadOnboarding } from './onboarding.ts'
import { onboardingNotFound } from './problems.ts'
import { holdOnboarding } from './store.ts'

export const showPortalLink = command(contract.showPortalLink)({
  load: async ({ tx, actor }, { onboardingId }) => {
    const onboarding = await holdOnboarding(tx, onboardingId)
    if (!mayReadOnboarding(actor, onboarding)) throw onboardingNotFound({ onboardingId })
    return onboarding
  },
  allow: mayInvite,
  run: async (work, { id: onboardingId, contractorId }) => {
    const { linkId, ...shown } = await showLinkOnce(work, 'portal-invitation', onboardingId)
    return { result: shown, events: [portalLinkShown({ onboardingId, contractorId, linkId })] }
  },
})

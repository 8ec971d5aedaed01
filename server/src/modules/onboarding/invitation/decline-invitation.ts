import { publicCommand } from '#kernel/command.ts'
import { enterByLink } from '#modules/access/index.ts'
import { endOnboarding } from '#modules/onboarding/end-onboarding.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { purpose, useInvitation } from './open-invitation.ts'

export const declinePortalInvitation = publicCommand({ ...contract.declinePortalInvitation, public: true })({
  enter: enterByLink(purpose),
  run: async (work, { token, reason }) => {
    const onboarding = await useInvitation(work, token)
    const events = await endOnboarding(work, onboarding, { to: 'declined', reason })
    return { result: { organizationName: (await organizationOf(work.tx)).name }, events }
  },
})

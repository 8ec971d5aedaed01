import { publicCommand } from '#kernel/command.ts'
import { endPortalAccess, enterByLink, grantPortalAccess } from '#modules/access/index.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { invitationAccepted } from '#modules/onboarding/events.ts'
import { factsOf, moveTo } from '#modules/onboarding/onboarding.ts'
import { settleStages } from '#modules/onboarding/settle-stages.ts'
import { start } from '#modules/onboarding/stage.ts'
import { saveOnboarding, saveStage } from '#modules/onboarding/store.ts'
import { organizationOf, todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { purpose, useInvitation } from './open-invitation.ts'

export const acceptPortalInvitation = publicCommand({ ...contract.acceptPortalInvitation, public: true })({
  enter: enterByLink(purpose),
  run: async (work, { token, name, password }) => {
    const { tx, now } = work
    const onboarding = await useInvitation(work, token)
    const { contractorId, contractorStatus, email } = onboarding
    // Who accepts is who signs in from now on: somebody who comes back may do so from another address.
    await endPortalAccess(tx, contractorId)
    const granted = await grantPortalAccess(work, { contractorId, name, email, password })
    await saveOnboarding(tx, { ...moveTo(onboarding, 'in_progress', now), acceptedAt: now, linkId: null })
    const moment = { now, today: await todayOf(work) }
    for (const stage of onboarding.stages) await saveStage(tx, start(stage, moment))
    const moved =
      contractorStatus === 'invited'
        ? [await moveContractorTo(work, contractorId, 'onboarding', 'the invitation was accepted')]
        : []
    const settled = await settleStages(work, onboarding.id, { reuse: true })
    return {
      result: { slug: (await organizationOf(tx)).slug, email },
      events: [granted.event, invitationAccepted(factsOf(onboarding)), ...moved, ...settled],
    }
  },
})

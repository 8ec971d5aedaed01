import { publicQuery } from '#kernel/query.ts'
import { enterByLink, personOfEmail } from '#modules/access/index.ts'
import { minutesOf } from '#modules/onboarding/flows/flow.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { openInvitation, purpose } from './open-invitation.ts'

export const viewPortalInvitation = publicQuery({ ...contract.viewPortalInvitation, public: true })({
  enter: enterByLink(purpose),
  read: async (work, { token }) => {
    const { tx, now } = work
    const { contractorName, legalEntityName, email, startsOn, expiresAt, message, stages } = await openInvitation(
      work,
      token,
    )
    const { slug, name, programmeName, brandColor, logo } = await organizationOf(tx)
    return {
      organization: { slug, name, programmeName, brandColor, hasLogo: logo !== null },
      legalEntityName,
      contractorName,
      email,
      startsOn,
      expiresAt: expiresAt ?? now,
      message,
      minutes: minutesOf(stages.map(({ plan }) => plan)),
      stages: stages.map(({ plan: { kind, title, why, minutes } }) => ({ kind, title, why, minutes })),
      hasSignIn: (await personOfEmail(tx, email)) !== undefined,
    }
  },
})

import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { NewPassword, PersonName } from '#modules/access/contract.ts'
import { stageKinds } from '#modules/onboarding/flows/contract.ts'

const Token = z.string().min(1).max(200)

export const viewPortalInvitation = endpoint({
  name: 'onboarding.view-invitation',
  method: 'GET',
  path: '/portal/invitation',
  summary: 'What an invitation to a contractor is about, and what awaits them',
  public: true,
  input: z.strictObject({ token: Token }),
  output: z.object({
    organization: z.object({
      slug: z.string(),
      name: z.string(),
      programmeName: z.string(),
      brandColor: z.string(),
      hasLogo: z.boolean(),
    }),
    legalEntityName: z.string(),
    contractorName: z.string(),
    email: z.string(),
    startsOn: PlainDate,
    expiresAt: Instant,
    message: z.string(),
    minutes: z.int(),
    stages: z.array(z.object({ kind: z.enum(stageKinds), title: z.string(), why: z.string(), minutes: z.int() })),
    /** They sign in with what they have; otherwise they choose a password now. */
    hasSignIn: z.boolean(),
  }),
})

export const acceptPortalInvitation = endpoint({
  name: 'onboarding.accept-invitation',
  method: 'POST',
  path: '/portal/invitation',
  summary: 'Accept an invitation and get into the portal',
  public: true,
  input: z.strictObject({ token: Token, name: PersonName, password: NewPassword.optional() }),
  output: z.object({ slug: z.string(), email: z.string() }),
})

export const declinePortalInvitation = endpoint({
  name: 'onboarding.decline-invitation',
  method: 'POST',
  path: '/portal/invitation/decline',
  summary: 'Decline an invitation and say why',
  public: true,
  input: z.strictObject({
    token: Token,
    reason: z.string().trim().min(3, 'Say why in a few words.').max(500),
  }),
  output: z.object({ organizationName: z.string() }),
})

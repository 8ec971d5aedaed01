import { z } from 'zod'
import { publicCommand } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { LinkId } from '#modules/access/contract.ts'
import { signInLinkRequested } from '#modules/access/events.ts'
import { linkOf, tokenOf } from '#modules/access/links/link-token.ts'
import { keepLink } from '#modules/access/links/make-link.ts'
import type { SignInLinks } from './better-auth.ts'
import { personWithPlace, strangerIn } from './request-password-reset.ts'

const Asked = z.strictObject({
  organizationId: OrganizationId,
  personId: PersonId,
  name: z.string(),
  linkId: LinkId,
})

/** Not mounted: the gate runs it, once it knows whose address was given. */
const recordLink = publicCommand({
  ...endpoint({
    name: 'access.request-sign-in-link',
    method: 'POST',
    path: '/',
    summary: 'Send somebody a link to sign in with',
    input: Asked,
    output: z.object({}),
  }),
  public: true,
})({
  enter: (_, { organizationId }) => organizationId,
  run: async (work, { personId, name, linkId }) => {
    await keepLink(work, { linkId, purpose: 'sign-in', subjectId: personId })
    return { result: {}, events: [signInLinkRequested({ forPersonId: personId, name, linkId })] }
  },
})

/**
 * better-auth keeps the hash of the token and checks it; we make it, so that the mail can make it again and it need
 * not be kept. For an address that gets no mail a token is made too: the work is the same.
 */
export const signInLinks = (runtime: Runtime): SignInLinks => {
  const { newId, secrets, now } = runtime.outside
  return {
    tokenFor: async (email) => {
      const organizationId = (await personWithPlace(runtime, email))?.place.organizationId ?? noOrganizationId
      return tokenOf(secrets, { purpose: 'sign-in', organizationId, linkId: newId(LinkId) })
    },
    send: async (email, token) => {
      const found = await personWithPlace(runtime, email)
      const link = linkOf(secrets, 'sign-in', token)
      if (!found || !link) return
      const { organizationId, linkId } = link
      const input = { organizationId, personId: found.person.id, name: found.person.name, linkId }
      await recordLink.execute(runtime, { actor: strangerIn(organizationId), now: now(), input })
    },
  }
}

import type { OrganizationId } from '#kernel/ids.ts'
import type { Secrets } from '#kernel/secrets.ts'
import { linkEnded } from '#modules/access/problems.ts'
import { type LinkName, type LinkPurpose, linkOf } from './link-token.ts'

/** The link behind a token. A token that was never made here gets the same answer as one that has ended. */
export const linkBehind = (
  outside: Readonly<{ secrets: Secrets }>,
  purpose: LinkPurpose,
  token: string,
): LinkName => {
  const link = linkOf(outside.secrets, purpose, token)
  if (!link) throw linkEnded()
  return link
}

/** `enter` of a public command: the organization whose link the stranger holds. */
export const enterByLink =
  (purpose: LinkPurpose) =>
  (outside: Readonly<{ secrets: Secrets }>, { token }: Readonly<{ token: string }>): OrganizationId =>
    linkBehind(outside, purpose, token).organizationId

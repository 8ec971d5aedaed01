import { z } from 'zod'
import { roles } from '#kernel/actor.ts'
import { event } from '#kernel/event.ts'
import { PersonId } from '#kernel/ids.ts'
import { AddressChangeId, KeyId, LinkId, MemberId, SessionId } from './contract.ts'

const Roles = z.array(z.enum(roles))
const member = { memberId: MemberId, name: z.string() }

/**
 * Mail is sent by whoever reacts: it asks for the e-mail address (`personFor`, `memberFor`) and makes the link from
 * its id (`linkAddress`). No token and no address is in any fact.
 */
export const memberInvited = event(
  'access.member-invited',
  'invited {name} as {roles}',
  z.object({ ...member, linkId: LinkId, roles: Roles }),
)
export const invitationLinkShown = event(
  'access.invitation-link-shown',
  'looked at the link of an invitation of their own',
  z.object({ memberId: MemberId, linkId: LinkId }),
)
export const linksReadAtConsole = event(
  'access.links-read-at-console',
  'read {count} links of waiting mails at the console of the server',
  z.object({ count: z.int(), linkIds: z.array(LinkId) }),
)
export const memberJoined = event(
  'access.member-joined',
  'took in {name}, who accepted the invitation',
  z.object({ ...member, joinedPersonId: PersonId }),
)
export const rolesChanged = event(
  'access.roles-changed',
  'changed the roles of {name} to {roles}',
  z.object({ ...member, before: Roles, roles: Roles, departmentIds: z.array(z.uuid()).nullable() }),
)
export const memberDisabled = event('access.member-disabled', 'disabled {name}', z.object(member))
export const memberEnabled = event('access.member-enabled', 'enabled {name} again', z.object(member))
export const memberRemoved = event('access.member-removed', 'removed {name}', z.object(member))

export const portalAccessGranted = event(
  'access.portal-access-granted',
  'let {name} sign in to the portal',
  z.object({ contractorId: z.uuid(), portalPersonId: PersonId, name: z.string() }),
)

export const keyCreated = event(
  'access.key-created',
  'made the key {name}',
  z.object({ keyId: KeyId, name: z.string(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() }),
)
export const keyRevoked = event(
  'access.key-revoked',
  'ended the key {name}',
  z.object({ keyId: KeyId, name: z.string() }),
)

export const sessionEnded = event(
  'access.session-ended',
  'signed one of their devices out',
  z.object({ sessionId: SessionId }),
)
export const otherSessionsEnded = event(
  'access.other-sessions-ended',
  'signed out everywhere else',
  z.object({ ended: z.int() }),
)
const mailed = { forPersonId: PersonId, linkId: LinkId, name: z.string() }
export const signInLinkRequested = event(
  'access.sign-in-link-requested',
  'sent {name} a link to sign in with',
  z.object(mailed),
)
export const passwordResetRequested = event(
  'access.password-reset-requested',
  'sent {name} a way to choose a new password',
  z.object(mailed),
)
export const passwordReset = event(
  'access.password-reset',
  'set the new password that {name} chose by mail',
  z.object({ forPersonId: PersonId, name: z.string() }),
)

const change = { changeId: AddressChangeId, forPersonId: PersonId }
export const addressChangeAsked = event(
  'access.address-change-asked',
  'asked for another e-mail address to sign in with',
  z.object({ ...change, linkId: LinkId, contractorId: z.uuid().nullable() }),
)
export const addressChangeTakenBack = event(
  'access.address-change-taken-back',
  'kept the e-mail address that is in use',
  z.object(change),
)
export const addressChanged = event(
  'access.address-changed',
  'confirmed another e-mail address to sign in with',
  z.object(change),
)
/** In each organization of the person: whoever keeps a copy of the address takes the new one. */
export const addressFollowed = event(
  'access.address-followed',
  'put the new e-mail address on file',
  z.object({ forPersonId: PersonId, contractorId: z.uuid().nullable() }),
)

/** Ways of signing in that came or went; the person is told by mail, in case it was not them. */
export const signInChanges = [
  'password-changed',
  'two-factor-enabled',
  'two-factor-disabled',
  'backup-codes-renewed',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
] as const
export const signInChanged = event(
  'access.sign-in-changed',
  'changed how they sign in: {change}',
  z.object({ forPersonId: PersonId, name: z.string(), change: z.enum(signInChanges) }),
)

export const waysInEnded = event(
  'access.ways-in-ended',
  'ended {keys} keys and {links} links that an earlier state had brought back',
  z.object({ keys: z.int(), links: z.int() }),
)

import { z } from 'zod'
import { roles } from '#kernel/actor.ts'
import { EmailAddress } from '#kernel/email-address.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id, PersonId } from '#kernel/ids.ts'
import { pageInput, pageOf, wholeListOf } from '#kernel/page.ts'
import { standings } from '#kernel/standing.ts'
import { line } from '#kernel/text.ts'
import { NewOrganization } from '#modules/organizations/founding/contract.ts'

import { ShownLink } from './links/contract.ts'

export * from './addresses/contract.ts'
export * from './keys/contract.ts'
export * from './links/contract.ts'

export const MemberId = id('MemberId')
export type MemberId = z.output<typeof MemberId>
export const LinkId = id('LinkId')
export type LinkId = z.output<typeof LinkId>
export const SessionId = id('SessionId')
export type SessionId = z.output<typeof SessionId>

/** What members can be; `contractor` comes with the portal and is never given out. */
export const memberRoles = roles.filter((role) => role !== 'contractor')
export const memberStatuses = ['invited', 'active', 'disabled'] as const

export const PersonName = line(120).min(1, 'Write a name.')
export const passwordMinLength = 15
/** NIST SP 800-63B-4: 15 characters where the password stands alone, no rules about what they are. */
export const NewPassword = z
  .string()
  .min(passwordMinLength, `Use at least ${passwordMinLength} characters; a few words do well.`)
  .max(200)
const Token = z.string().min(1).max(200)

const Roles = z.array(z.enum(memberRoles)).min(1, 'Choose at least one role.').max(memberRoles.length)
/** Null is no limit. */
const DepartmentIds = z.array(z.uuid()).min(1, 'Choose a department, or no limit.').max(200).nullable()

export const MemberView = z.object({
  id: MemberId,
  personId: z.uuid().nullable(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  departmentIds: z.array(z.uuid()).nullable(),
  status: z.enum([...memberStatuses, 'removed']),
  lastSeenAt: z.iso.datetime().nullable().describe('Null for whoever has never signed in'),
  isMe: z.boolean(),
  version: z.int(),
  can: z.object({
    changeRoles: z.boolean(),
    inviteAgain: z.boolean(),
    showLink: z.boolean(),
    disable: z.boolean(),
    enable: z.boolean(),
    remove: z.boolean(),
  }),
})
export type MemberView = z.output<typeof MemberView>

const oneMember = { memberId: MemberId, version: z.int().positive() }

export const listMembers = endpoint({
  name: 'access.list-members',
  method: 'GET',
  path: '/members',
  summary: 'The members of the organization and those invited',
  input: z.strictObject({ ...pageInput, status: z.enum(memberStatuses).optional() }),
  output: pageOf(MemberView),
})

export const inviteMember = endpoint({
  name: 'access.invite-member',
  method: 'POST',
  path: '/members',
  summary: 'Invite somebody to the organization',
  input: z.strictObject({ name: PersonName, email: EmailAddress, roles: Roles, departmentIds: DepartmentIds }),
  output: MemberView,
})

export const inviteAgain = endpoint({
  name: 'access.invite-again',
  method: 'POST',
  path: '/members/:memberId/invite-again',
  summary: 'Send a new invitation; the one before stops working',
  input: z.strictObject(oneMember),
  output: MemberView,
})

export const showInvitationLink = endpoint({
  name: 'access.show-invitation-link',
  method: 'POST',
  path: '/members/:memberId/invitation-link',
  summary: 'See the link of an invitation you sent, once, to hand it over yourself',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({ memberId: MemberId }),
  output: ShownLink,
})

export const changeRoles = endpoint({
  name: 'access.change-roles',
  method: 'PUT',
  path: '/members/:memberId/roles',
  summary: 'Change what a member may do, and for which departments',
  input: z.strictObject({ ...oneMember, roles: Roles, departmentIds: DepartmentIds }),
  output: MemberView,
})

export const disableMember = endpoint({
  name: 'access.disable-member',
  method: 'POST',
  path: '/members/:memberId/disable',
  summary: 'Lock a member out, at once and everywhere',
  input: z.strictObject(oneMember),
  output: MemberView,
})

export const enableMember = endpoint({
  name: 'access.enable-member',
  method: 'POST',
  path: '/members/:memberId/enable',
  summary: 'Let a disabled member in again',
  input: z.strictObject(oneMember),
  output: MemberView,
})

export const removeMember = endpoint({
  name: 'access.remove-member',
  method: 'DELETE',
  path: '/members/:memberId',
  summary: 'End a membership, or withdraw an invitation',
  input: z.strictObject(oneMember),
  output: MemberView,
})

export const viewInvitation = endpoint({
  name: 'access.view-invitation',
  method: 'GET',
  path: '/invitation',
  summary: 'What an invitation link is about',
  public: true,
  input: z.strictObject({ token: Token }),
  output: z.object({
    organization: z.object({ slug: z.string(), name: z.string() }),
    name: z.string(),
    email: z.string(),
    /** They sign in with what they have; otherwise they choose a password now. */
    hasSignIn: z.boolean(),
  }),
})

export const acceptInvitation = endpoint({
  name: 'access.accept-invitation',
  method: 'POST',
  path: '/invitation',
  summary: 'Become a member',
  public: true,
  input: z.strictObject({ token: Token, name: PersonName, password: NewPassword.optional() }),
  output: z.object({ slug: z.string(), email: z.string() }),
})

export const viewSetUp = endpoint({
  name: 'access.view-set-up',
  method: 'GET',
  path: '/set-up',
  summary: 'Whether a set-up link still works',
  public: true,
  input: z.strictObject({ token: Token }),
  output: z.object({ open: z.literal(true) }),
})

export const setUp = endpoint({
  name: 'access.set-up',
  method: 'POST',
  path: '/set-up',
  summary: 'Create an organization and its first owner',
  public: true,
  input: z.strictObject({
    token: Token,
    organization: NewOrganization,
    owner: z.strictObject({ name: PersonName, email: EmailAddress, password: NewPassword }),
  }),
  output: z.object({ slug: z.string(), email: z.string() }),
})

export const resetPassword = endpoint({
  name: 'access.reset-password',
  method: 'POST',
  path: '/password-reset',
  summary: 'Choose a new password with the link from the mail',
  public: true,
  input: z.strictObject({ token: Token, password: NewPassword }),
  output: z.object({ email: z.string() }),
})

/** An organization I belong to, as what, and how it looks. */
const Belonging = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  brand: z.object({ programmeName: z.string(), brandColor: z.string(), hasLogo: z.boolean() }),
  roles: z.array(z.enum(roles)),
  contractorId: z.uuid().nullable(),
})

export const me = endpoint({
  name: 'access.me',
  method: 'GET',
  path: '/me',
  summary: 'Who I am, where I belong, and what I may do here',
  input: z.strictObject({}),
  output: z.object({
    person: z.object({
      id: PersonId,
      name: z.string(),
      email: z.string(),
      twoFactor: z.boolean(),
      passkeys: z.int(),
    }),
    organizations: z.array(Belonging),
    /** What the organization named in the request lets me do; null when none was named. */
    here: Belonging.extend({
      departmentIds: z.array(z.uuid()).nullable(),
      can: z.array(z.string()),
      modulesOff: z.array(z.string()),
      standing: z.enum(standings).nullable().describe('How a contractor stands; null for whoever is none'),
    }).nullable(),
    /** The last sign-in or confirmation. What needs a fresh one goes ahead for five minutes from then. */
    confirmedAt: z.iso.datetime().nullable(),
  }),
})

export const SessionView = z.object({
  id: SessionId,
  current: z.boolean(),
  address: z.string(),
  userAgent: z.string(),
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})
export type SessionView = z.output<typeof SessionView>

export const mySessions = endpoint({
  name: 'access.my-sessions',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where I am signed in',
  input: z.strictObject({}),
  output: wholeListOf(SessionView),
})

export const endMySession = endpoint({
  name: 'access.my-session-end',
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  summary: 'Sign one of my devices out',
  input: z.strictObject({ sessionId: SessionId }),
  output: z.object({ id: SessionId }),
})

export const endMyOtherSessions = endpoint({
  name: 'access.my-other-sessions-end',
  method: 'POST',
  path: '/me/sessions/end-others',
  summary: 'Sign out everywhere but here',
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
})

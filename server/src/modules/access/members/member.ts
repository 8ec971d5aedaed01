import type { Actor, Role } from '#kernel/actor.ts'
import { may } from '#kernel/actor.ts'
import type { MemberId, MemberView } from '#modules/access/contract.ts'
import { changeMembers } from '#modules/access/permissions.ts'
import {
  auditorStandsAlone,
  beyondYourRole,
  lastOwner,
  notWhileStatus,
  yourOwnMembership,
} from '#modules/access/problems.ts'

export type Member = Readonly<{
  id: MemberId
  personId: string | null
  name: string
  email: string
  roles: readonly Role[]
  departmentIds: readonly string[] | null
  status: 'invited' | 'active' | 'disabled' | 'removed'
  lastSeenAt: Date | null
  /** Who made the open link of their invitation, while nobody has looked at it. */
  unseenLinkOf: string | null
  version: number
}>

/** Roles by which money moves. Who hands them out confirms first that it is them. */
const moneyRoles: readonly Role[] = ['finance', 'releaser']
/** Roles that only an owner hands out or takes away: an admin runs people and integrations, never money. */
const ownersRoles: readonly Role[] = ['owner', ...moneyRoles]

export const mayChangeMembers = (actor: Actor): boolean => may(actor, changeMembers)

/** An auditor who could also act would be auditing themselves. */
export const refuseMixedAuditor = (roles: readonly Role[]): void => {
  if (roles.includes('auditor') && roles.length > 1)
    throw auditorStandsAlone({ errors: [{ pointer: '#/roles', detail: 'Take auditor alone, or leave it out.' }] })
}

/** Refuses whoever would hand out, or take away, more than they may. */
export const refuseBeyondRole = (actor: Actor, before: readonly Role[], after: readonly Role[]): void => {
  const touched = differenceOf(before, after)
  if (!actor.roles.includes('owner') && touched.some((role) => ownersRoles.includes(role)))
    throw beyondYourRole({ roles: touched.filter((role) => ownersRoles.includes(role)) })
}

export const grantsMoney = (before: readonly Role[], after: readonly Role[]): boolean =>
  after.some((role) => moneyRoles.includes(role) && !before.includes(role))

/** An owner may be stopped only by an owner, or one hacked admin account would lock the owners out. */
export const refuseAgainstOwner = (actor: Actor, member: Member): void => {
  if (member.roles.includes('owner') && !actor.roles.includes('owner')) throw beyondYourRole({ roles: ['owner'] })
}

export const refuseOwnMembership = (actor: Actor, member: Member): void => {
  if (member.personId === actor.personId) throw yourOwnMembership()
}

/** Somebody must be able to hand out roles tomorrow. `owners` are the active ones, locked for this transaction. */
export const refuseLastOwner = (owners: readonly MemberId[], member: Member): void => {
  if (owners.length === 1 && owners[0] === member.id) throw lastOwner()
}

export const withRoles = (
  member: Member,
  { roles, departmentIds }: Pick<Member, 'roles' | 'departmentIds'>,
): Member => {
  if (member.status === 'removed') throw notWhileStatus({ memberStatus: member.status })
  refuseMixedAuditor(roles)
  return { ...member, roles, departmentIds }
}

export const disabled = (member: Member): Member => moved(member, 'active', 'disabled')
export const enabled = (member: Member): Member => moved(member, 'disabled', 'active')

export const removed = (member: Member): Member => {
  if (member.status === 'removed') throw notWhileStatus({ memberStatus: member.status })
  return { ...member, status: 'removed' }
}

export const joined = (member: Member, personId: string, name: string): Member => ({
  ...moved(member, 'invited', 'active'),
  personId,
  name,
})

const moved = (member: Member, from: Member['status'], to: Member['status']): Member => {
  if (member.status !== from) throw notWhileStatus({ memberStatus: member.status })
  return { ...member, status: to }
}

export const viewOf = (member: Member, actor: Actor): MemberView => {
  const inCharge = mayChangeMembers(actor) && (!member.roles.includes('owner') || actor.roles.includes('owner'))
  const stranger = member.personId !== actor.personId
  return {
    id: member.id,
    personId: member.personId,
    name: member.name,
    email: member.email,
    roles: [...member.roles],
    departmentIds: member.departmentIds ? [...member.departmentIds] : null,
    status: member.status,
    lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    isMe: !stranger,
    version: member.version,
    can: {
      changeRoles: inCharge,
      inviteAgain: inCharge && member.status === 'invited',
      showLink: inCharge && member.status === 'invited' && member.unseenLinkOf === actor.personId,
      disable: inCharge && stranger && member.status === 'active',
      enable: inCharge && member.status === 'disabled',
      remove: inCharge && stranger,
    },
  }
}

const differenceOf = (before: readonly Role[], after: readonly Role[]): readonly Role[] => [
  ...new Set(before).symmetricDifference(new Set(after)),
]

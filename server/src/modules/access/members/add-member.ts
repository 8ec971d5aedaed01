import type { Role } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { MemberId } from '#modules/access/contract.ts'
import { memberJoined } from '#modules/access/events.ts'
import type { Person } from '#modules/access/people/store.ts'
import { refuseMixedAuditor } from './member.ts'
import { insertMember } from './store.ts'

type NewMember = Readonly<{ person: Person; roles: readonly Role[]; departmentIds: readonly string[] | null }>

/** A member without an invitation: the first owner, and the cast of the demo. */
export const addMember = async (
  { tx, newId }: Work,
  { person, roles, departmentIds }: NewMember,
): Promise<DomainEvent> => {
  refuseMixedAuditor(roles)
  const memberId = newId(MemberId)
  const { id: personId, name, email } = person
  const joining = { status: 'active', lastSeenAt: null, unseenLinkOf: null, version: 1 } as const
  await insertMember(tx, { id: memberId, personId, name, email, roles, departmentIds, ...joining })
  return memberJoined({ memberId, name, joinedPersonId: personId })
}

import { command } from '#kernel/command.ts'
import { PersonId } from '#kernel/ids.ts'
import * as contract from '#modules/access/contract.ts'
import { endKeysBeyond } from '#modules/access/ends.ts'
import { rolesChanged } from '#modules/access/events.ts'
import { holdDepartmentsInUse } from '#modules/organizations/index.ts'
import { refuseGrant } from './invite-member.ts'
import { mayChangeMembers, refuseAgainstOwner, refuseLastOwner, viewOf, withRoles } from './member.ts'
import { lockActiveOwners, lockMember, saveMember } from './store.ts'

export const changeRoles = command(contract.changeRoles)({
  load: async ({ tx }, input) => {
    const owners = await lockActiveOwners(tx)
    return { owners, member: await lockMember(tx, input) }
  },
  allow: mayChangeMembers,
  run: async (work, { owners, member }, { roles, departmentIds }) => {
    const { tx, actor, now } = work
    refuseAgainstOwner(actor, member)
    refuseGrant(actor, now, { before: member.roles, after: roles })
    if (!roles.includes('owner')) refuseLastOwner(owners, member)
    await holdDepartmentsInUse(tx, { before: member.departmentIds ?? [], after: departmentIds ?? [] })
    const changed = await saveMember(tx, withRoles(member, { roles, departmentIds }))
    const facts = { memberId: member.id, name: member.name, before: [...member.roles], roles, departmentIds }
    const ended = member.personId ? await endKeysBeyond(work, PersonId.parse(member.personId), roles) : []
    return { result: viewOf(changed, actor), events: [rolesChanged(facts), ...ended] }
  },
})

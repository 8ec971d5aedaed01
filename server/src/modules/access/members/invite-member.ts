import type { Actor } from '#kernel/actor.ts'
import { command, isFresh } from '#kernel/command.ts'
import { stepUpRequired } from '#kernel/problem.ts'
import * as contract from '#modules/access/contract.ts'
import { memberInvited } from '#modules/access/events.ts'
import { makeLink } from '#modules/access/links/make-link.ts'
import { holdDepartmentsInUse } from '#modules/organizations/index.ts'
import { grantsMoney, type Member, mayChangeMembers, refuseBeyondRole, refuseMixedAuditor, viewOf } from './member.ts'
import { insertMember } from './store.ts'

export const inviteMember = command(contract.inviteMember)({
  load: async () => undefined,
  allow: mayChangeMembers,
  run: async (work, _, { name, email, roles, departmentIds }) => {
    const { tx, actor, now, newId } = work
    refuseGrant(actor, now, { before: [], after: roles })
    await holdDepartmentsInUse(tx, { before: [], after: departmentIds ?? [] })
    const id = newId(contract.MemberId)
    const unseenLinkOf = actor.personId
    const stranger = { personId: null, status: 'invited', lastSeenAt: null, unseenLinkOf, version: 1 } as const
    const invited = { id, name, email, roles, departmentIds, ...stranger }
    await insertMember(tx, invited)
    const { linkId } = await makeLink(work, 'member-invitation', id)
    return {
      result: viewOf(invited, actor),
      events: [memberInvited({ memberId: id, name, linkId, roles: [...roles] })],
    }
  },
})

type Grant = Readonly<{ before: Member['roles']; after: Member['roles'] }>

/** What must hold before anybody is given roles, by invitation or by change. */
export const refuseGrant = (actor: Actor, now: Date, { before, after }: Grant): void => {
  refuseMixedAuditor(after)
  refuseBeyondRole(actor, before, after)
  if (grantsMoney(before, after) && !isFresh(actor, now)) throw stepUpRequired({ roles: [...after] })
}

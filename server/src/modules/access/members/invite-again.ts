import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { memberInvited } from '#modules/access/events.ts'
import { makeLink } from '#modules/access/links/make-link.ts'
import { notWhileStatus } from '#modules/access/problems.ts'
import { mayChangeMembers, refuseAgainstOwner, viewOf } from './member.ts'
import { lockMember } from './store.ts'

export const inviteAgain = command(contract.inviteAgain)({
  load: ({ tx }, input) => lockMember(tx, input),
  allow: mayChangeMembers,
  run: async (work, member) => {
    if (member.status !== 'invited') throw notWhileStatus({ memberStatus: member.status })
    refuseAgainstOwner(work.actor, member)
    const { linkId } = await makeLink(work, 'member-invitation', member.id)
    const { id: memberId, name, roles } = member
    return {
      result: viewOf({ ...member, unseenLinkOf: work.actor.personId }, work.actor),
      events: [memberInvited({ memberId, name, linkId, roles: [...roles] })],
    }
  },
})

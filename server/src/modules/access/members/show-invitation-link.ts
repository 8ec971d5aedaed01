import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { invitationLinkShown } from '#modules/access/events.ts'
import { showLinkOnce } from '#modules/access/links/show-link-once.ts'
import { notWhileStatus } from '#modules/access/problems.ts'
import { mayChangeMembers, refuseBeyondRole } from './member.ts'
import { lockMemberAsIs } from './store.ts'

export const showInvitationLink = command(contract.showInvitationLink)({
  load: ({ tx }, { memberId }) => lockMemberAsIs(tx, memberId),
  allow: mayChangeMembers,
  run: async (work, member) => {
    if (member.status !== 'invited') throw notWhileStatus({ memberStatus: member.status })
    // Whoever reads the link could use it: it must give nothing that they may not give.
    refuseBeyondRole(work.actor, [], member.roles)
    const { linkId, ...shown } = await showLinkOnce(work, 'member-invitation', member.id)
    return { result: shown, events: [invitationLinkShown({ memberId: member.id, linkId })] }
  },
})

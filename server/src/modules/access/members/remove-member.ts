import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { endMembership } from '#modules/access/ends.ts'
import { memberRemoved } from '#modules/access/events.ts'
import { endLinksOf } from '#modules/access/links/store.ts'
import {
  mayChangeMembers,
  refuseAgainstOwner,
  refuseLastOwner,
  refuseOwnMembership,
  removed,
  viewOf,
} from './member.ts'
import { lockActiveOwners, lockMember, saveMember } from './store.ts'

export const removeMember = command(contract.removeMember)({
  load: async ({ tx }, input) => {
    const owners = await lockActiveOwners(tx)
    return { owners, member: await lockMember(tx, input) }
  },
  allow: mayChangeMembers,
  run: async (work, { owners, member }) => {
    const { tx, actor, now } = work
    refuseOwnMembership(actor, member)
    refuseAgainstOwner(actor, member)
    refuseLastOwner(owners, member)
    const gone = await saveMember(tx, removed(member))
    await endLinksOf(tx, { purpose: 'member-invitation', subjectId: member.id, now })
    const ended = await endMembership(work, member)
    return {
      result: viewOf(gone, actor),
      events: [memberRemoved({ memberId: member.id, name: member.name }), ...ended],
    }
  },
})

import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { endMembership } from '#modules/access/ends.ts'
import { memberDisabled } from '#modules/access/events.ts'
import {
  disabled,
  mayChangeMembers,
  refuseAgainstOwner,
  refuseLastOwner,
  refuseOwnMembership,
  viewOf,
} from './member.ts'
import { lockActiveOwners, lockMember, saveMember } from './store.ts'

export const disableMember = command(contract.disableMember)({
  load: async ({ tx }, input) => {
    const owners = await lockActiveOwners(tx)
    return { owners, member: await lockMember(tx, input) }
  },
  allow: mayChangeMembers,
  run: async (work, { owners, member }) => {
    const { tx, actor } = work
    refuseOwnMembership(actor, member)
    refuseAgainstOwner(actor, member)
    refuseLastOwner(owners, member)
    const locked = await saveMember(tx, disabled(member))
    const ended = await endMembership(work, member)
    return {
      result: viewOf(locked, actor),
      events: [memberDisabled({ memberId: member.id, name: member.name }), ...ended],
    }
  },
})

import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { memberEnabled } from '#modules/access/events.ts'
import { enabled, mayChangeMembers, refuseAgainstOwner, viewOf } from './member.ts'
import { lockMember, saveMember } from './store.ts'

export const enableMember = command(contract.enableMember)({
  load: ({ tx }, input) => lockMember(tx, input),
  allow: mayChangeMembers,
  run: async ({ tx, actor }, member) => {
    refuseAgainstOwner(actor, member)
    const back = await saveMember(tx, enabled(member))
    return { result: viewOf(back, actor), events: [memberEnabled({ memberId: member.id, name: member.name })] }
  },
})

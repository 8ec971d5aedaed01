import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { ban, mayBan, viewOf } from './contractor.ts'
import { contractorBanned } from './events.ts'
import { contractorFor, lockContractor, saveContractor } from './store.ts'

export const banContractor = command(contract.banContractor)({
  load: ({ tx, actor }, input) => lockContractor(actor, tx, input),
  allow: mayBan,
  run: async ({ tx, actor, now }, contractor, { contractorId, reason }) => {
    await saveContractor(tx, ban(contractor, reason, now), now)
    const { displayName } = contractor
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: [contractorBanned({ contractorId, displayName })],
    }
  },
})

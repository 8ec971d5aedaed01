import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { liftBanOf, mayBan, viewOf } from './contractor.ts'
import { banLifted } from './events.ts'
import { contractorFor, lockContractor, saveContractor } from './store.ts'

export const liftBan = command(contract.liftBan)({
  load: ({ tx, actor }, input) => lockContractor(actor, tx, input),
  allow: mayBan,
  run: async ({ tx, actor, now }, contractor, { contractorId, reason }) => {
    await saveContractor(tx, liftBanOf(contractor), now)
    const { displayName } = contractor
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: [banLifted({ contractorId, displayName, reason })],
    }
  },
})

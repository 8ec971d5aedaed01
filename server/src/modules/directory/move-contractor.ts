import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { mayChange, moveTo, viewOf } from './contractor.ts'
import { contractorMoved } from './events.ts'
import { contractorFor, lockContractor, saveContractor } from './store.ts'

export const moveContractor = command(contract.moveContractor)({
  load: ({ tx, actor }, input) => lockContractor(actor, tx, input),
  allow: mayChange,
  run: async ({ tx, actor, now }, contractor, { contractorId, to, reason }) => {
    await saveContractor(tx, moveTo(contractor, to, now), now)
    const { displayName, status: from } = contractor
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: [contractorMoved({ contractorId, displayName, from, to, reason })],
    }
  },
})

import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { mayChange, viewOf, withAvailability } from './contractor.ts'
import { availabilitySet } from './events.ts'
import { contractorFor, lockContractor, saveContractor } from './store.ts'

export const setAvailability = command(contract.setAvailability)({
  load: ({ tx, actor }, input) => lockContractor(actor, tx, input),
  allow: mayChange,
  run: async ({ tx, actor, now }, contractor, { contractorId, version: _, ...given }) => {
    await saveContractor(tx, withAvailability(contractor, given, now), now)
    const { displayName } = contractor
    const { availability, availableFrom } = given
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: [availabilitySet({ contractorId, displayName, availability, availableFrom })],
    }
  },
})

import { command } from '#kernel/command.ts'
import { withAvailability } from '#modules/directory/contractor.ts'
import { availabilitySet } from '#modules/directory/events.ts'
import { saveContractor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { lockOwnContractor, mayUseOwnProfile, ownContractor, ownViewOf } from './own-profile.ts'

export const setOwnAvailability = command(contract.setOwnAvailability)({
  load: ({ tx, actor }, { version }) => lockOwnContractor(actor, tx, version),
  allow: mayUseOwnProfile,
  run: async ({ tx, actor, now }, contractor, { version: _, ...given }) => {
    await saveContractor(tx, withAvailability(contractor, given, now), now)
    const { id: contractorId, displayName } = contractor
    const { availability, availableFrom } = given
    return {
      result: ownViewOf(await ownContractor(actor, tx)),
      events: [availabilitySet({ contractorId, displayName, availability, availableFrom })],
    }
  },
})

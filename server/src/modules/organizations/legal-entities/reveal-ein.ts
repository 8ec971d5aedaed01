import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { countReveal } from '#modules/organizations/count-reveal.ts'
import { reveal } from '#modules/organizations/permissions.ts'
import { noEin } from '#modules/organizations/problems.ts'
import * as contract from './contract.ts'
import { einRevealed } from './events.ts'
import { openEin } from './seal-numbers.ts'
import { legalEntity } from './store.ts'

export const revealEin = command(contract.revealEin)({
  load: ({ tx }, { legalEntityId }) => legalEntity(tx, legalEntityId),
  allow: (actor) => may(actor, reveal),
  run: async (work, { name, ein }, { legalEntityId, reason }) => {
    if (!ein) throw noEin()
    await countReveal(work)
    return {
      result: { ein: openEin(work, legalEntityId, ein) },
      events: [einRevealed({ legalEntityId, name, reason })],
    }
  },
})

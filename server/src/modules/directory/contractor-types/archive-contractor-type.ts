import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { contractorTypeArchived } from '#modules/directory/events.ts'
import { changeContractorTypes } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { lockContractorType, saveContractorType } from './store.ts'

export const archiveContractorType = command(contract.archiveContractorType)({
  load: ({ tx }, input) => lockContractorType(tx, input),
  allow: (actor) => may(actor, changeContractorTypes),
  run: async ({ tx, now }, type, { contractorTypeId }) => {
    await saveContractorType(tx, type, { archived_at: now })
    return {
      result: { ...type, version: type.version + 1 },
      events: [contractorTypeArchived({ contractorTypeId, name: type.name })],
    }
  },
})

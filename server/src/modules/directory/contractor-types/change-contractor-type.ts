import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { contractorTypeChanged } from '#modules/directory/events.ts'
import { changeContractorTypes } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { lockContractorType, saveContractorType } from './store.ts'

export const changeContractorType = command(contract.changeContractorType)({
  load: ({ tx }, input) => lockContractorType(tx, input),
  allow: (actor) => may(actor, changeContractorTypes),
  run: async ({ tx }, type, { contractorTypeId, name, description }) => {
    await saveContractorType(tx, type, { name, description })
    return {
      result: { ...type, name, description, version: type.version + 1 },
      events: [contractorTypeChanged({ contractorTypeId, from: type.name, name })],
    }
  },
})

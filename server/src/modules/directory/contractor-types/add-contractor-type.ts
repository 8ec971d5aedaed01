import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { contractorTypeAdded } from '#modules/directory/events.ts'
import { ContractorTypeId } from '#modules/directory/ids.ts'
import { changeContractorTypes } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { insertContractorType } from './store.ts'

export const addContractorType = command(contract.addContractorType)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeContractorTypes),
  run: async ({ tx, newId }, _, description) => {
    const contractorTypeId = newId(ContractorTypeId)
    await insertContractorType(tx, contractorTypeId, description)
    return {
      result: { ...description, id: contractorTypeId, contractors: 0, version: 1 },
      events: [contractorTypeAdded({ contractorTypeId, name: description.name })],
    }
  },
})

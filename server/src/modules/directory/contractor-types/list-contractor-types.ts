import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { changeContractorTypes, readContractors } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { contractorTypesOf } from './store.ts'

export const listContractorTypes = query(contract.listContractorTypes)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor }) => ({
    items: [...(await contractorTypesOf(tx))],
    can: { change: may(actor, changeContractorTypes) },
  }),
})

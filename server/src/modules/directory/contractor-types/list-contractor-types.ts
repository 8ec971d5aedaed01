import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { changeContractorTypes, readContractors } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { contractorTypesOf, mostTypes } from './store.ts'

export const listContractorTypes = query(contract.listContractorTypes)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor }) => {
    const { rows, isCut } = cutAt(await contractorTypesOf(tx), mostTypes)
    return { items: rows, isCut, can: { change: may(actor, changeContractorTypes) } }
  },
})

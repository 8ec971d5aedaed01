import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { viewOf } from './contractor.ts'
import { readContractors } from './permissions.ts'
import { contractorFor } from './store.ts'

export const viewContractor = query(contract.viewContractor)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor }, { contractorId }) => viewOf(await contractorFor(actor, tx, contractorId), actor),
})

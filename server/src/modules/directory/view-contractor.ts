import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readContractors } from './permissions.ts'
import { contractorPageFor } from './store.ts'

export const viewContractor = query(contract.viewContractor)({
  allow: (actor) => may(actor, readContractors),
  read: ({ tx, actor }, { contractorId }) => contractorPageFor(actor, tx, contractorId),
})

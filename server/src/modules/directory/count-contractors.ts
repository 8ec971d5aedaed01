import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readContractors } from './permissions.ts'
import { contractorCountsFor } from './search-store.ts'

export const countContractors = query(contract.countContractors)({
  allow: (actor) => may(actor, readContractors),
  read: ({ tx, actor }, filter) => contractorCountsFor(actor, tx, filter),
})

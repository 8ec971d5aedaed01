import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readContractors } from './permissions.ts'
import { contractorsFor } from './search-store.ts'

export const listContractors = query(contract.listContractors)({
  allow: (actor) => may(actor, readContractors),
  read: ({ tx, actor, now }, { limit, after, sort, ...filter }) =>
    contractorsFor(actor, tx, { filter, sort, limit, after, now }),
})

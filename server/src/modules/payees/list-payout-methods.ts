import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readPayees } from './permissions.ts'
import { payoutMethodsFor } from './store.ts'

export const listPayoutMethods = query(contract.listPayoutMethods)({
  allow: (actor) => may(actor, readPayees),
  read: ({ tx, actor }, page) => payoutMethodsFor(tx, actor.departmentIds, page),
})

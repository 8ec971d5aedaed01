import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { staffRowOf } from './payee.ts'
import { readPayees } from './permissions.ts'
import { payoutMethodsFor } from './store.ts'

export const listPayoutMethods = query(contract.listPayoutMethods)({
  allow: (actor) => may(actor, readPayees),
  read: async ({ tx, actor }, page) => {
    const { items, next } = await payoutMethodsFor(tx, actor, page)
    return { items: items.map((row) => staffRowOf(row, actor)), next }
  },
})

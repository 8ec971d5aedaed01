import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { changeKeys, readKeys } from '#modules/access/permissions.ts'
import { scopesFor } from './key.ts'
import { viewsOf } from './key-views.ts'
import { keysOf } from './store.ts'

export const listKeys = query(contract.listKeys)({
  allow: (actor) => may(actor, readKeys),
  read: async ({ tx, actor }) => ({
    items: [...(await viewsOf(tx, await keysOf(tx)))],
    grantable: [...scopesFor(actor.roles)],
    can: { change: may(actor, changeKeys) },
  }),
})

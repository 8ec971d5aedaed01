import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { changeKeys, readKeys } from '#modules/access/permissions.ts'
import { scopesFor } from './key.ts'
import { viewsOf } from './key-views.ts'
import { keysOf, mostKeys } from './store.ts'

export const listKeys = query(contract.listKeys)({
  allow: (actor) => may(actor, readKeys),
  read: async ({ tx, actor }) => {
    const { rows, isCut } = cutAt(await keysOf(tx), mostKeys)
    return {
      items: [...(await viewsOf(tx, rows))],
      isCut,
      grantable: [...scopesFor(actor.roles)],
      can: { change: may(actor, changeKeys) },
    }
  },
})

import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { readKeys } from '#modules/access/permissions.ts'
import { viewOf } from './key.ts'
import { keysOf } from './store.ts'

export const listKeys = query(contract.listKeys)({
  allow: (actor) => may(actor, readKeys),
  read: async ({ tx }) => ({ items: (await keysOf(tx)).map(viewOf) }),
})

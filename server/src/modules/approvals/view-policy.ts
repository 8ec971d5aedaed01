import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { changePolicy, readLimits } from './permissions.ts'
import { currentPolicy } from './policy-store.ts'

export const viewPolicy = query(contract.viewPolicy)({
  allow: (actor) => may(actor, readLimits),
  read: async ({ tx, actor }) => {
    const { version, secondAbove } = await currentPolicy(tx)
    return { version, secondAbove: [...secondAbove], can: { change: may(actor, changePolicy) } }
  },
})

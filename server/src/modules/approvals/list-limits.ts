import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { memberNames } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { limitsView } from './limits.ts'
import { readLimits } from './permissions.ts'
import { allLimits } from './store.ts'

export const listLimits = query(contract.listLimits)({
  allow: (actor) => may(actor, readLimits),
  read: async ({ tx, actor }) => {
    const holders = await allLimits(tx)
    const names = await memberNames(
      tx,
      holders.map(({ personId }) => personId),
    )
    return { items: holders.map((holder) => limitsView(holder, names.get(holder.personId) ?? '', actor)) }
  },
})

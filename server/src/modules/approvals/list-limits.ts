import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { memberNames } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { limitsView } from './limits.ts'
import { readLimits } from './permissions.ts'
import { allLimits, mostHolders } from './store.ts'

export const listLimits = query(contract.listLimits)({
  allow: (actor) => may(actor, readLimits),
  read: async ({ tx, actor }) => {
    const { rows: holders, isCut } = cutAt(await allLimits(tx), mostHolders)
    const names = await memberNames(
      tx,
      holders.map(({ personId }) => personId),
    )
    return { isCut, items: holders.map((holder) => limitsView(holder, names.get(holder.personId) ?? '', actor)) }
  },
})

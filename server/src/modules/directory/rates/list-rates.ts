import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readRates } from '#modules/directory/permissions.ts'
import { contractorFor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { ratesOn } from './rate.ts'

export const listRates = query(contract.listRates)({
  allow: (actor) => may(actor, readRates),
  read: async ({ tx, actor }, { contractorId, on }) => {
    const { rates } = await contractorFor(actor, tx, contractorId)
    return { items: [...(on ? ratesOn(rates, on) : rates)] }
  },
})

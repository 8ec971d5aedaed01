import { mayIn } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { rateAdded } from '#modules/directory/events.ts'
import { RateId } from '#modules/directory/ids.ts'
import { changeRates } from '#modules/directory/permissions.ts'
import { contractorFor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { insertRate } from './store.ts'

export const addRate = command(contract.addRate)({
  load: ({ tx, actor }, { contractorId }) => contractorFor(actor, tx, contractorId),
  allow: (actor, { departmentId }) => mayIn(actor, changeRates, departmentId),
  run: async ({ tx, newId }, { displayName }, { contractorId, ...agreed }) => {
    const rate = { ...agreed, id: newId(RateId) }
    await insertRate(tx, contractorId, rate)
    const { unit, price, validFrom } = rate
    return { result: rate, events: [rateAdded({ contractorId, displayName, unit, price, validFrom })] }
  },
})

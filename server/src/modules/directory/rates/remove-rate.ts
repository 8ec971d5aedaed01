import { mayIn } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { rateRemoved } from '#modules/directory/events.ts'
import { changeRates } from '#modules/directory/permissions.ts'
import { contractorFor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { deleteRate } from './store.ts'

export const removeRate = command(contract.removeRate)({
  load: ({ tx, actor }, { contractorId }) => contractorFor(actor, tx, contractorId),
  allow: (actor, { departmentId }) => mayIn(actor, changeRates, departmentId),
  run: async ({ tx }, { displayName }, { contractorId, rateId }) => {
    const rate = await deleteRate(tx, contractorId, rateId)
    const { unit, price, validFrom } = rate
    return { result: rate, events: [rateRemoved({ contractorId, displayName, unit, price, validFrom })] }
  },
})

import { schedule } from '#kernel/background/schedule.ts'
import { activateMethod } from './activate-method.ts'
import { holdEnded, idsOfEndedHolds, whoseHoldsEnded } from './store.ts'

/** Takes accounts into use whose hold is over, by the database's clock. */
export const endHolds = schedule({
  name: 'payees.end-holds',
  everySeconds: 60,
  whose: () => ({ statement: whoseHoldsEnded, values: [] }),
  due: ({ tx }, search) => idsOfEndedHolds(tx, search),
  one: async (work, id) => {
    const method = await holdEnded(work.tx, id)
    // Taken back or refused since it was found.
    return method ? activateMethod(work, method) : []
  },
})

import { schedule, theOrganization } from '#kernel/background/schedule.ts'
import { sweep } from './sign-in/store.ts'

/** Removes sessions, links and guesses that have had their time, of the whole install. */
export const sweepAccess = schedule({
  name: 'access.sweep',
  everySeconds: 3_600,
  whose: 'install',
  due: theOrganization,
  one: {
    lane: 'upkeep',
    act: async ({ tx, now }) => {
      await sweep(tx, now)
      return []
    },
  },
})

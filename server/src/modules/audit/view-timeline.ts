import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { pageOfEntries } from './entry-view.ts'
import { readTimeline } from './permissions.ts'
import { nothingRecorded } from './problems.ts'
import { entriesAbout } from './store.ts'

export const viewTimeline = query(contract.viewTimeline)({
  allow: (actor) => may(actor, readTimeline),
  read: async ({ tx }, input) => {
    const found = await entriesAbout(tx, input)
    if (found.length === 0) throw nothingRecorded()
    return pageOfEntries(tx, found, input.limit)
  },
})

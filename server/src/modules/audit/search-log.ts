import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { pageOfEntries } from './entry-view.ts'
import { readLog } from './permissions.ts'
import { entriesAbout, entriesFor } from './store.ts'

export const searchLog = query(contract.searchLog)({
  allow: (actor) => may(actor, readLog),
  read: async ({ tx }, { subjectId, ...search }) => {
    const found = subjectId ? await entriesAbout(tx, { subjectId, ...search }) : await entriesFor(tx, search)
    return pageOfEntries(tx, found, search.limit)
  },
})

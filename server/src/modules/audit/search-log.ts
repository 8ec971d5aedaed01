import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { pageOfSeen } from './page-of-seen.ts'
import { readLog } from './permissions.ts'
import { shownInLog } from './seen-entries.ts'
import { entriesAbout, entriesFor } from './store.ts'

export const searchLog = query(contract.searchLog)({
  allow: (actor) => may(actor, readLog),
  read: (work, { subjectId, after, limit, ...search }) => {
    const { tx, actor } = work
    return pageOfSeen(
      work,
      { after, limit },
      {
        entries: (before, howMany) =>
          subjectId === undefined
            ? entriesFor(tx, { ...search, before, limit: howMany })
            : entriesAbout(tx, { subjectId, before, limit: howMany }),
        seen: (found) => shownInLog(actor, tx, found),
      },
    )
  },
})

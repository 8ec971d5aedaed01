import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { sees } from '#kernel/sight.ts'
import * as contract from './contract.ts'
import { pageOfSeen } from './page-of-seen.ts'
import { readTimeline } from './permissions.ts'
import { nothingRecorded } from './problems.ts'
import { seenEntries } from './seen-entries.ts'
import { entriesAbout } from './store.ts'

export const viewTimeline = query(contract.viewTimeline)({
  allow: (actor) => may(actor, readTimeline),
  read: async (work, { subjectId, ...page }) => {
    const { tx, actor } = work
    if (!(await sees(actor, tx, subjectId))) throw nothingRecorded()
    return pageOfSeen(work, page, {
      entries: (before, limit) => entriesAbout(tx, { subjectId, before, limit }),
      seen: (found) => seenEntries(actor, tx, found),
    })
  },
})

import { on } from '#kernel/reaction.ts'
import { todayOf } from '#modules/organizations/index.ts'
import type { ContractorStatus } from './contract.ts'
import { endEngagementOn } from './engagements/move-engagement-to.ts'
import { openEngagementIds } from './engagements/store.ts'
import { contractorMoved } from './events.ts'

/** The states in which nobody works for us any more. */
const over: readonly ContractorStatus[] = ['ended', 'archived', 'declined', 'withdrawn', 'rejected']

export const directoryReactions = [
  on(contractorMoved, 'directory.end-engagements', async (work, { contractorId, to, reason }) => {
    if (!over.includes(to)) return []
    const engagementIds = await openEngagementIds(work.tx, contractorId)
    const lastDay = await todayOf(work)
    return Promise.all(engagementIds.map((id) => endEngagementOn(work, id, { lastDay, reason })))
  }),
]

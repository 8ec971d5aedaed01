import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { mayChangeEngagement, viewOfEngagement } from './engagement.ts'
import { endEngagementOn } from './move-engagement-to.ts'
import { engagementOf, lockEngagementFor } from './store.ts'

export const endEngagement = command(contract.endEngagement)({
  load: ({ tx, actor }, input) => lockEngagementFor(actor, tx, input),
  allow: (actor, { contractor, engagement }) => mayChangeEngagement(actor, contractor, engagement),
  run: async (work, _, { engagementId, lastDay, reason }) => {
    const event = await endEngagementOn(work, engagementId, { lastDay, reason })
    return { result: viewOfEngagement(await engagementOf(work.tx, engagementId), true), events: [event] }
  },
})

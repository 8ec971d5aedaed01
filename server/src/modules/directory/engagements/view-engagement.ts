import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readContractors } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { mayChangeEngagement, viewOfEngagement } from './engagement.ts'
import { engagementFor } from './store.ts'

export const viewEngagement = query(contract.viewEngagement)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor }, { engagementId }) => {
    const { contractor, engagement } = await engagementFor(actor, tx, engagementId)
    return viewOfEngagement(engagement, mayChangeEngagement(actor, contractor, engagement))
  },
})

import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { readContractors } from '#modules/directory/permissions.ts'
import { contractorFor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { mayChangeEngagement, viewOfEngagement } from './engagement.ts'
import { engagementsOf, mostEngagements } from './store.ts'

export const listEngagements = query(contract.listEngagements)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor }, { contractorId }) => {
    const contractor = await contractorFor(actor, tx, contractorId)
    const { rows: engagements, isCut } = cutAt(await engagementsOf(tx, contractorId), mostEngagements)
    return {
      isCut,
      items: engagements.map((one) => viewOfEngagement(one, mayChangeEngagement(actor, contractor, one))),
    }
  },
})

import { command } from '#kernel/command.ts'
import { contractorFor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { mayChangeEngagement, viewOfEngagement } from './engagement.ts'
import { openEngagement } from './open-engagement.ts'

export const addEngagement = command(contract.addEngagement)({
  load: ({ tx, actor }, { contractorId }) => contractorFor(actor, tx, contractorId),
  allow: mayChangeEngagement,
  run: async (work, _, input) => {
    const { engagement, event } = await openEngagement(work, input)
    return { result: viewOfEngagement(engagement, true), events: [event] }
  },
})

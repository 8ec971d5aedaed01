import { command } from '#kernel/command.ts'
import { engagementChanged } from '#modules/directory/events.ts'
import { holdDepartmentInUse } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { changeTerms, mayChangeEngagement, viewOfEngagement } from './engagement.ts'
import { engagementOf, lockEngagementFor, saveEngagement } from './store.ts'

export const changeEngagement = command(contract.changeEngagement)({
  load: ({ tx, actor }, input) => lockEngagementFor(actor, tx, input),
  allow: (actor, { contractor, engagement }, input) =>
    mayChangeEngagement(actor, contractor, engagement) && mayChangeEngagement(actor, contractor, input),
  run: async ({ tx }, { engagement }, { engagementId, departmentId, startsOn, endsOn }) => {
    await holdDepartmentInUse(tx, { before: engagement.departmentId, after: departmentId })
    await saveEngagement(tx, changeTerms(engagement, { departmentId, startsOn, endsOn }))
    const { contractorId } = engagement
    return {
      result: viewOfEngagement(await engagementOf(tx, engagementId), true),
      events: [engagementChanged({ engagementId, contractorId, startsOn, endsOn })],
    }
  },
})

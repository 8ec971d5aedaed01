import { addContractor } from './add-contractor.ts'
import { changeContractor } from './change-contractor.ts'
import { addEngagement } from './engagements/add-engagement.ts'
import { changeEngagement } from './engagements/change-engagement.ts'
import { endEngagement } from './engagements/end-engagement.ts'
import { listEngagements } from './engagements/list-engagements.ts'
import { viewEngagement } from './engagements/view-engagement.ts'
import { listContractors } from './list-contractors.ts'
import { moveContractor } from './move-contractor.ts'
import { viewContractor } from './view-contractor.ts'

export type { Contractor } from './contractor.ts'
export { contractorBlockers } from './contractor-blockers.ts'
export type { Engagement } from './engagements/engagement.ts'
export { activateEngagement, endEngagementOn } from './engagements/move-engagement-to.ts'
export { openEngagement } from './engagements/open-engagement.ts'
export { engagementOf, engagementsOf } from './engagements/store.ts'
export * from './events.ts'
export { moveContractorTo } from './move-contractor-to.ts'
export { directoryReactions } from './reactions.ts'
export { contractorOf } from './store.ts'

export const directoryHandlers = [
  listContractors,
  viewContractor,
  addContractor,
  changeContractor,
  moveContractor,
  listEngagements,
  viewEngagement,
  addEngagement,
  changeEngagement,
  endEngagement,
]

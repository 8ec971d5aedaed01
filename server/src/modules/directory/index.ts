import { addContractor } from './add-contractor.ts'
import { banContractor } from './ban-contractor.ts'
import { changeContractor } from './change-contractor.ts'
import { contractorTypeHandlers } from './contractor-types/handlers.ts'
import { countContractors } from './count-contractors.ts'
import { engagementHandlers } from './engagements/handlers.ts'
import { exportContractors } from './export-contractors.ts'
import { importContractors } from './import/import-contractors.ts'
import { previewImport } from './import/preview-import.ts'
import { liftBan } from './lift-ban.ts'
import { listContractors } from './list-contractors.ts'
import { moveContractor } from './move-contractor.ts'
import { portalProfileHandlers } from './portal/handlers.ts'
import { rateHandlers } from './rates/handlers.ts'
import { setAvailability } from './set-availability.ts'
import { listSkills } from './skills/list-skills.ts'
import { viewContractor } from './view-contractor.ts'

export type { Contractor } from './contractor.ts'
export { contractorBlockers } from './contractor-blockers.ts'
export type { Engagement } from './engagements/engagement.ts'
export { activateEngagement, endEngagementOn } from './engagements/move-engagement-to.ts'
export { openEngagement } from './engagements/open-engagement.ts'
export { engagementOf, engagementsOf } from './engagements/store.ts'
export * from './events.ts'
export { moveContractorTo } from './move-contractor-to.ts'
export { rateOn, ratesOf } from './rates/store.ts'
export { directoryReactions } from './reactions.ts'
export { contractorFor, contractorOf } from './store.ts'

// The fixed addresses come before `/contractors/:contractorId`, which would take them for ids.
export const directoryHandlers = [
  listContractors,
  countContractors,
  exportContractors,
  previewImport,
  importContractors,
  viewContractor,
  addContractor,
  changeContractor,
  moveContractor,
  setAvailability,
  banContractor,
  liftBan,
  listSkills,
  ...contractorTypeHandlers,
  ...rateHandlers,
  ...engagementHandlers,
  ...portalProfileHandlers,
]

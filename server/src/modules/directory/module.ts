import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
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
import { paymentHolds } from './payment-holds.ts'
import { portalProfileHandlers } from './portal/handlers.ts'
import { rateHandlers } from './rates/handlers.ts'
import { directoryReactions } from './reactions.ts'
import { setAvailability } from './set-availability.ts'
import { listSkills } from './skills/list-skills.ts'
import { viewContractor } from './view-contractor.ts'
import { viewWaitingAddress } from './view-waiting-address.ts'

export const directory: Module = {
  name: 'directory',
  // The fixed addresses come before `/contractors/:contractorId`, which would take them for ids.
  handlers: [
    listContractors,
    countContractors,
    exportContractors,
    previewImport,
    importContractors,
    viewContractor,
    viewWaitingAddress,
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
  ],
  reactions: directoryReactions,
  paymentHolds,
}

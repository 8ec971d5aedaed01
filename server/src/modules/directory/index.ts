import { addContractor } from './add-contractor.ts'
import { changeContractor } from './change-contractor.ts'
import { listContractors } from './list-contractors.ts'
import { moveContractor } from './move-contractor.ts'
import { viewContractor } from './view-contractor.ts'

export * from './events.ts'

export const directoryHandlers = [listContractors, viewContractor, addContractor, changeContractor, moveContractor]

import { addContractorType } from './add-contractor-type.ts'
import { archiveContractorType } from './archive-contractor-type.ts'
import { changeContractorType } from './change-contractor-type.ts'
import { listContractorTypes } from './list-contractor-types.ts'

export const contractorTypeHandlers = [
  listContractorTypes,
  addContractorType,
  changeContractorType,
  archiveContractorType,
]

import { addLegalEntity } from './add-legal-entity.ts'
import { archiveLegalEntity } from './archive-legal-entity.ts'
import { changeAccount } from './change-account.ts'
import { changeEin } from './change-ein.ts'
import { changeLegalEntity } from './change-legal-entity.ts'
import { listLegalEntities } from './list-legal-entities.ts'
import { revealAccount } from './reveal-account.ts'
import { revealEin } from './reveal-ein.ts'
import { viewLegalEntity } from './view-legal-entity.ts'

export const legalEntityHandlers = [
  listLegalEntities,
  viewLegalEntity,
  addLegalEntity,
  changeLegalEntity,
  changeEin,
  changeAccount,
  archiveLegalEntity,
  revealEin,
  revealAccount,
]

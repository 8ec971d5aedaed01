import { addDepartment } from './add-department.ts'
import { archiveDepartment } from './archive-department.ts'
import { changeBrand } from './change-brand.ts'
import { changeModules } from './change-modules.ts'
import { changeOrganization } from './change-organization.ts'
import { legalEntityHandlers } from './legal-entities/handlers.ts'
import { listDepartments } from './list-departments.ts'
import { renameDepartment } from './rename-department.ts'
import { restoreDepartment } from './restore-department.ts'
import { viewBrand } from './view-brand.ts'
import { viewOrganization } from './view-organization.ts'

export { countReveal } from './count-reveal.ts'
export { createOrganization } from './create-organization.ts'
export * from './events.ts'
export type { LegalEntity } from './legal-entities/legal-entity.ts'
export { legalEntityInUse, legalEntityOf, originatingAccountOf } from './legal-entities/legal-entity-of.ts'
export type { OpenAccount } from './legal-entities/seal-numbers.ts'
export type { Organization } from './organization.ts'
export { organizationOf, setLogo, todayOf } from './organization-of.ts'

export const organizationHandlers = [
  viewOrganization,
  changeOrganization,
  changeBrand,
  changeModules,
  viewBrand,
  listDepartments,
  addDepartment,
  renameDepartment,
  archiveDepartment,
  restoreDepartment,
  ...legalEntityHandlers,
]

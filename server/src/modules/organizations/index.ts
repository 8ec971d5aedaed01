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
import { viewLogo } from './view-logo.ts'
import { viewOrganization } from './view-organization.ts'

export { countReveal } from './count-reveal.ts'
export { createOrganization } from './create-organization.ts'
export * from './events.ts'
export { holdDepartmentInUse, holdDepartmentsInUse } from './hold-department-in-use.ts'
export { holdLegalEntityInUse } from './legal-entities/hold-legal-entity-in-use.ts'
export type { LegalEntity } from './legal-entities/legal-entity.ts'
export { legalEntityInUse, legalEntityOf, originatingAccountOf } from './legal-entities/legal-entity-of.ts'
export type { OpenAccount } from './legal-entities/seal-numbers.ts'
export { type Logo, type Organization, viewOf as organizationView } from './organization.ts'
export { letterheadOf, organizationOf, setLogo, todayOf } from './organization-of.ts'
export { modulesOff } from './store.ts'

export const organizationHandlers = [
  viewOrganization,
  changeOrganization,
  changeBrand,
  changeModules,
  viewBrand,
  viewLogo,
  listDepartments,
  addDepartment,
  renameDepartment,
  archiveDepartment,
  restoreDepartment,
  ...legalEntityHandlers,
]

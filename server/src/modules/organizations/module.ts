import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { addDepartment } from './add-department.ts'
import { archiveDepartment } from './archive-department.ts'
import { changeBrand } from './change-brand.ts'
import { changeModules } from './change-modules.ts'
import { changeOrganization } from './change-organization.ts'
import { legalEntityHandlers } from './legal-entities/handlers.ts'
import { listDepartments } from './list-departments.ts'
import { listModules } from './list-modules.ts'
import { renameDepartment } from './rename-department.ts'
import { restoreDepartment } from './restore-department.ts'
import { viewBrand } from './view-brand.ts'
import { viewLogo } from './view-logo.ts'
import { viewOrganization } from './view-organization.ts'

export const organizations: Module = {
  name: 'organizations',
  handlers: [
    viewOrganization,
    changeOrganization,
    changeBrand,
    listModules,
    changeModules,
    viewBrand,
    viewLogo,
    listDepartments,
    addDepartment,
    renameDepartment,
    archiveDepartment,
    restoreDepartment,
    ...legalEntityHandlers,
  ],
}

import { permission, roles } from '#kernel/actor.ts'

const members = ['owner', 'admin', 'finance', 'releaser', 'legal', 'manager', 'approver', 'auditor'] as const

/** Name, brand and modules shape every page, the contractor's too. */
export const readOrganization = permission('organizations.view', roles)
export const changeOrganization = permission('organizations.change', ['owner', 'admin'])
/** Names of departments are needed wherever something is filed under one. */
export const readDepartments = permission('organizations.list-departments', members)
export const changeDepartments = permission('organizations.change-departments', ['owner', 'admin'])
export const readLegalEntities = permission('organizations.list-legal-entities', members)
export const changeLegalEntities = permission('organizations.change-legal-entities', ['owner', 'admin', 'legal'])
/** Where money leaves from is not for whoever administers, nor for a key. */
export const changeAccounts = permission('organizations.change-account', ['owner', 'finance'], { humanOnly: true })
export const reveal = permission('organizations.reveal', ['owner', 'legal', 'finance'], { humanOnly: true })

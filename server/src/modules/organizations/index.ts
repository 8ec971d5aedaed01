import { addDepartment } from './add-department.ts'
import { listDepartments } from './list-departments.ts'

export { createOrganization } from './create-organization.ts'
export * from './events.ts'

export const organizationHandlers = [addDepartment, listDepartments]

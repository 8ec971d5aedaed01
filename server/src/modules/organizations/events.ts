import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { DepartmentId, ModuleName } from './contract.ts'

export * from './legal-entities/events.ts'

const Department = z.object({ departmentId: DepartmentId, name: z.string() })

export const organizationCreated = event(
  'organizations.created',
  'set up {name}',
  z.object({ organizationId: OrganizationId, name: z.string(), slug: z.string() }),
)

export const organizationChanged = event(
  'organizations.changed',
  'changed {fields} of the organization',
  z.object({ organizationId: OrganizationId, fields: z.array(z.string()) }),
)

export const brandChanged = event(
  'organizations.brand-changed',
  'changed the brand to {programmeName} in {brandColor}',
  z.object({ organizationId: OrganizationId, programmeName: z.string(), brandColor: z.string() }),
)

export const logoChanged = event(
  'organizations.logo-changed',
  'changed the logo',
  z.object({ organizationId: OrganizationId, logoFileId: z.uuid().nullable() }),
)

export const modulesChanged = event(
  'organizations.modules-changed',
  'chose which modules are on',
  z.object({ organizationId: OrganizationId, off: z.array(ModuleName) }),
)

export const departmentAdded = event('organizations.department-added', 'added the department {name}', Department)
export const departmentArchived = event(
  'organizations.department-archived',
  'archived the department {name}',
  Department,
)
export const departmentRestored = event(
  'organizations.department-restored',
  'restored the department {name}',
  Department,
)
export const departmentRenamed = event(
  'organizations.department-renamed',
  'renamed the department {before} to {name}',
  Department.extend({ before: z.string() }),
)

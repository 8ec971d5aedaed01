import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { DepartmentId } from './contract.ts'

export const organizationCreated = event(
  'organizations.created',
  'set up {name}',
  z.object({ organizationId: OrganizationId, name: z.string(), slug: z.string() }),
)

export const departmentAdded = event(
  'organizations.department-added',
  'added the department {name}',
  z.object({ departmentId: DepartmentId, name: z.string() }),
)

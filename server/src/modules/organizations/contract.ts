import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/ids.ts'
import { Currency } from '#kernel/money.ts'

export const DepartmentId = id('DepartmentId')
export type DepartmentId = z.output<typeof DepartmentId>
export const LegalEntityId = id('LegalEntityId')
export type LegalEntityId = z.output<typeof LegalEntityId>

export const Slug = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/, 'Use 2 to 40 small letters, digits and single dashes.')
  .describe('First part of every address: /northwind/…')

export const OrganizationName = z.string().trim().min(2, 'Write at least two letters.').max(120)
export const TimeZone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'This time zone is not known.',
  )
export const BrandColor = z.string().regex(/^#[0-9a-f]{6}$/, 'Write the colour as # and six hex digits.')

export const NewOrganization = z.strictObject({
  slug: Slug,
  name: OrganizationName,
  timeZone: TimeZone,
  currency: Currency,
})
export type NewOrganization = z.output<typeof NewOrganization>

export const DepartmentView = z.object({ id: DepartmentId, name: z.string(), version: z.int() })
export type DepartmentView = z.output<typeof DepartmentView>

export const listDepartments = endpoint({
  name: 'organizations.list-departments',
  method: 'GET',
  path: '/departments',
  summary: 'The departments work and spend belong to',
  input: z.strictObject({}),
  output: z.object({ items: z.array(DepartmentView) }),
})

export const addDepartment = endpoint({
  name: 'organizations.add-department',
  method: 'POST',
  path: '/departments',
  summary: 'Add a department',
  input: z.strictObject({ name: z.string().trim().min(1, 'Give it a name.').max(80) }),
  output: DepartmentView,
})

import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { id, OrganizationId } from '#kernel/ids.ts'
import { Currency } from '#kernel/money.ts'
import { wholeListOf } from '#kernel/page.ts'
import { line } from '#kernel/text.ts'
import { OrganizationName, Slug, TimeZone } from './founding/contract.ts'

export * from './founding/contract.ts'
export * from './legal-entities/contract.ts'

export const DepartmentId = id('DepartmentId')
export type DepartmentId = z.output<typeof DepartmentId>

const version = z.int().positive()

export const BrandColor = z.string().regex(/^#[0-9a-f]{6}$/, 'Write the colour as # and six hex digits.')

/** A module by its name; which there are, and which can be left out, is told by `listModules`. */
export const ModuleName = z.string().min(1).max(40)

export const OrganizationView = z.object({
  id: OrganizationId,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  programmeName: z.string(),
  brandColor: z.string(),
  logoFileId: z.uuid().nullable(),
  modulesOff: z.array(ModuleName),
  version: z.int(),
  can: z.object({ change: z.boolean() }),
})
export type OrganizationView = z.output<typeof OrganizationView>

export const viewOrganization = endpoint({
  name: 'organizations.view',
  method: 'GET',
  path: '/organization',
  summary: 'The organization: its name, brand, time zone, currency and modules',
  input: z.strictObject({}),
  output: OrganizationView,
})

export const changeOrganization = endpoint({
  name: 'organizations.change',
  method: 'PUT',
  path: '/organization',
  summary: 'Change the name, the time zone and the currency that new things start with',
  input: z.strictObject({ name: OrganizationName, timeZone: TimeZone, currency: Currency, version }),
  output: OrganizationView,
})

export const changeBrand = endpoint({
  name: 'organizations.change-brand',
  method: 'PUT',
  path: '/organization/brand',
  summary: 'Change what contractors see: the name of the programme and its colour',
  input: z.strictObject({ programmeName: OrganizationName, brandColor: BrandColor, version }),
  output: OrganizationView,
})

export const ModuleRow = z.object({
  name: ModuleName,
  title: z.string(),
  about: z.string(),
  needs: z.array(ModuleName).describe('The modules without which it cannot be on'),
  isOn: z.boolean(),
})
export type ModuleRow = z.output<typeof ModuleRow>

export const listModules = endpoint({
  name: 'organizations.list-modules',
  method: 'GET',
  path: '/organization/modules',
  summary: 'What the organization may do without, and whether it does',
  input: z.strictObject({}),
  output: z.object({ items: z.array(ModuleRow), version: z.int(), can: z.object({ change: z.boolean() }) }),
})

export const changeModules = endpoint({
  name: 'organizations.change-modules',
  method: 'PUT',
  path: '/organization/modules',
  summary: 'Switch modules off and on; nothing that is stored is lost',
  input: z.strictObject({ off: z.array(ModuleName).max(100), version }),
  output: OrganizationView,
})

export const BrandView = z.object({
  slug: z.string(),
  name: z.string(),
  programmeName: z.string(),
  brandColor: z.string(),
  hasLogo: z.boolean().describe('Then it is at /brands/{slug}/logo'),
})
export type BrandView = z.output<typeof BrandView>

export const viewBrand = endpoint({
  name: 'organizations.view-brand',
  method: 'GET',
  path: '/brands/:slug',
  summary: 'The brand of the sign-in and invitation pages',
  public: true,
  input: z.strictObject({ slug: Slug }),
  output: BrandView,
})

export const viewLogo = endpoint({
  name: 'organizations.view-logo',
  method: 'GET',
  path: '/brands/:slug/logo',
  summary: 'The logo of the sign-in and invitation pages',
  public: true,
  input: z.strictObject({
    slug: Slug,
    v: z.string().max(36).optional().describe('Anything; another value makes browsers ask again'),
  }),
  output: DownloadOutput,
})

const DepartmentName = line(80).min(1, 'Give it a name.')

export const DepartmentView = z.object({
  id: DepartmentId,
  name: z.string(),
  archived: z.boolean(),
  version: z.int(),
})
export type DepartmentView = z.output<typeof DepartmentView>

export const listDepartments = endpoint({
  name: 'organizations.list-departments',
  method: 'GET',
  path: '/departments',
  summary: 'The departments work and spend belong to',
  input: z.strictObject({ withArchived: z.stringbool().optional() }),
  output: wholeListOf(DepartmentView),
})

export const addDepartment = endpoint({
  name: 'organizations.add-department',
  method: 'POST',
  path: '/departments',
  summary: 'Add a department',
  input: z.strictObject({ name: DepartmentName }),
  output: DepartmentView,
})

export const renameDepartment = endpoint({
  name: 'organizations.rename-department',
  method: 'PUT',
  path: '/departments/:departmentId',
  summary: 'Rename a department',
  input: z.strictObject({ departmentId: DepartmentId, name: DepartmentName, version }),
  output: DepartmentView,
})

export const archiveDepartment = endpoint({
  name: 'organizations.archive-department',
  method: 'POST',
  path: '/departments/:departmentId/archive',
  summary: 'Stop filing new things under a department; what is filed there stays',
  input: z.strictObject({ departmentId: DepartmentId, version }),
  output: DepartmentView,
})

export const restoreDepartment = endpoint({
  name: 'organizations.restore-department',
  method: 'POST',
  path: '/departments/:departmentId/restore',
  summary: 'Use an archived department again',
  input: z.strictObject({ departmentId: DepartmentId, version }),
  output: DepartmentView,
})

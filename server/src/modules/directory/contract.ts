import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { PositiveMoney } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { DepartmentId } from '#modules/organizations/contract.ts'
import { ContractorId, ContractorTypeId } from './ids.ts'

export * from './engagements/contract.ts'
export * from './ids.ts'

export const contractorStatuses = [
  'draft',
  'invited',
  'onboarding',
  'ready',
  'active',
  'paused',
  'ended',
  'archived',
  'declined',
  'withdrawn',
  'rejected',
  'invite_expired',
] as const
export const ContractorStatus = z.enum(contractorStatuses)
export type ContractorStatus = z.output<typeof ContractorStatus>

export const availabilities = ['unknown', 'available', 'limited', 'unavailable'] as const
export const rateUnits = ['hour', 'day', 'week', 'month', 'piece'] as const

const text = (max: number) => z.string().trim().max(max, `Keep it under ${max} characters.`)
const optionalText = (max: number) => text(max).nullable().default(null)

export const Country = z.string().regex(/^[A-Z]{2}$/, 'Use a two-letter country code such as US.')
export const Email = z.email('Write an e-mail address such as name@example.com.').max(254)
const Website = z.url({ protocol: /^https?$/, error: 'Write a web address that starts with https://.' }).max(300)
export const Skill = text(60).min(1, 'Give the skill a name.')

/** What a person or the company fills in about a contractor. */
export const ContractorProfile = z.strictObject({
  displayName: text(200).min(1, 'Write the name.'),
  email: Email,
  phone: optionalText(40),
  country: Country,
  region: optionalText(80),
  city: optionalText(80),
  timeZone: optionalText(60),
  headline: text(160).default(''),
  about: text(4_000).default(''),
  website: Website.nullable().default(null),
  skills: z.array(Skill).max(50, 'Keep it to 50 skills.').default([]),
})
export type ContractorProfile = z.output<typeof ContractorProfile>

/** Where the company files a contractor. Theirs to decide, not the contractor's. */
export const ContractorPlacement = z.strictObject({
  typeId: ContractorTypeId.nullable().default(null),
  departmentId: DepartmentId.nullable().default(null),
  externalId: optionalText(80),
})
export type ContractorPlacement = z.output<typeof ContractorPlacement>

export const Rate = z.object({ unit: z.enum(rateUnits), price: PositiveMoney })
export type Rate = z.output<typeof Rate>

export const ContractorRow = z.object({
  id: ContractorId,
  displayName: z.string(),
  email: z.string(),
  status: ContractorStatus,
  country: z.string(),
  city: z.string().nullable(),
  headline: z.string(),
  skills: z.array(z.string()),
  typeId: ContractorTypeId.nullable(),
  typeName: z.string().nullable(),
  departmentId: DepartmentId.nullable(),
  departmentName: z.string().nullable(),
  availability: z.enum(availabilities),
  availableFrom: PlainDate.nullable(),
  doNotEngage: z.boolean(),
  rate: Rate.nullable(),
})
export type ContractorRow = z.output<typeof ContractorRow>

export const ContractorView = z.object({
  ...ContractorProfile.shape,
  ...ContractorPlacement.shape,
  id: ContractorId,
  status: ContractorStatus,
  typeName: z.string().nullable(),
  departmentName: z.string().nullable(),
  availability: z.enum(availabilities),
  availableFrom: PlainDate.nullable(),
  availabilityNote: z.string().nullable(),
  doNotEngage: z.boolean(),
  /** Since when the contractor has been in this state. */
  movedAt: Instant,
  doNotEngageSince: Instant.nullable(),
  doNotEngageReason: z.string().nullable(),
  rates: z.array(Rate.extend({ validFrom: PlainDate })),
  version: z.int(),
  can: z.object({ change: z.boolean(), ban: z.boolean(), moveTo: z.array(ContractorStatus) }),
})
export type ContractorView = z.output<typeof ContractorView>

export const ContractorFilter = z.strictObject({
  search: text(100).optional().describe('Names, e-mail addresses, headlines, skills; beginnings of words are enough'),
  status: listOf(ContractorStatus).optional(),
  country: listOf(Country).optional(),
  skill: listOf(Skill).optional(),
  typeId: listOf(ContractorTypeId).optional(),
})
export type ContractorFilter = z.output<typeof ContractorFilter>

export const listContractors = endpoint({
  name: 'directory.list-contractors',
  method: 'GET',
  path: '/contractors',
  summary: 'Find contractors by words and filters, by name',
  input: ContractorFilter.extend(pageInput),
  output: pageOf(ContractorRow),
})

export const viewContractor = endpoint({
  name: 'directory.view-contractor',
  method: 'GET',
  path: '/contractors/:contractorId',
  summary: 'One contractor, with everything on file',
  input: z.strictObject({ contractorId: ContractorId }),
  output: ContractorView,
})

export const addContractor = endpoint({
  name: 'directory.add-contractor',
  method: 'POST',
  path: '/contractors',
  summary: 'Put a contractor on file as a draft',
  input: z.strictObject({ ...ContractorProfile.shape, ...ContractorPlacement.shape }),
  output: ContractorView,
})

export const changeContractor = endpoint({
  name: 'directory.change-contractor',
  method: 'PUT',
  path: '/contractors/:contractorId',
  summary: 'Change what is on file about a contractor',
  input: z.strictObject({
    ...ContractorProfile.shape,
    ...ContractorPlacement.shape,
    contractorId: ContractorId,
    version: z.int().positive(),
  }),
  output: ContractorView,
})

export const moveContractor = endpoint({
  name: 'directory.move-contractor',
  method: 'POST',
  path: '/contractors/:contractorId/status',
  summary: 'Pause, resume, end or archive a contractor',
  input: z.strictObject({
    contractorId: ContractorId,
    version: z.int().positive(),
    to: z.enum(['active', 'paused', 'ended', 'archived', 'withdrawn']),
    reason: text(500).min(1, 'Say why.'),
  }),
  output: ContractorView,
})

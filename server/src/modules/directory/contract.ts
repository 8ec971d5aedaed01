import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { WaitingAddress } from '#modules/access/contract.ts'
import { DepartmentId } from '#modules/organizations/contract.ts'
import { ContractorId, ContractorTypeId } from './ids.ts'
import {
  Availability,
  AvailabilityGiven,
  ContractorPlacement,
  ContractorProfile,
  ContractorStatus,
  Country,
  line,
  Rate,
  Skill,
} from './profile.ts'
import { RateView } from './rates/contract.ts'

export * from './contractor-types/contract.ts'
export * from './engagements/contract.ts'
export * from './ids.ts'
export * from './import/contract.ts'
export * from './portal/contract.ts'
export * from './profile.ts'
export * from './rates/contract.ts'
export * from './skills/contract.ts'

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
  availability: Availability,
  availableFrom: PlainDate.nullable(),
  doNotEngage: z.boolean(),
  rate: Rate.nullable(),
  addedAt: Instant,
})
export type ContractorRow = z.output<typeof ContractorRow>

export const ContractorView = z.object({
  ...ContractorProfile.shape,
  ...ContractorPlacement.shape,
  id: ContractorId,
  status: ContractorStatus,
  typeName: z.string().nullable(),
  departmentName: z.string().nullable(),
  availability: Availability,
  availableFrom: PlainDate.nullable(),
  availabilityNote: z.string().nullable(),
  availabilitySetAt: Instant.nullable(),
  doNotEngage: z.boolean(),
  /** Since when the contractor has been in this state. */
  movedAt: Instant,
  doNotEngageSince: Instant.nullable(),
  doNotEngageReason: z.string().nullable(),
  rates: z.array(RateView),
  /** Why nothing new may start with this contractor, as far as the directory knows. */
  blockers: z.array(Blocker),
  version: z.int(),
  can: z.object({
    change: z.boolean(),
    seeRates: z.boolean().describe('Without it `rates` is empty, whatever was agreed'),
    changeRates: z.boolean(),
    ban: z.boolean(),
    moveTo: z.array(ContractorStatus),
  }),
})
export type ContractorView = z.output<typeof ContractorView>

export const ContractorFilter = z.strictObject({
  search: line(100).optional().describe('Names, e-mail addresses, headlines, skills; beginnings of words are enough'),
  status: listOf(ContractorStatus).optional(),
  country: listOf(Country).optional(),
  skill: listOf(Skill).optional(),
  typeId: listOf(ContractorTypeId).optional(),
  availability: listOf(Availability).optional(),
})
export type ContractorFilter = z.output<typeof ContractorFilter>

/** A minus turns the order round: `-added` is the newest first. */
export const contractorSorts = ['name', '-name', 'added', '-added'] as const
export const ContractorSort = z.enum(contractorSorts)
export type ContractorSort = z.output<typeof ContractorSort>

export const listContractors = endpoint({
  name: 'directory.list-contractors',
  method: 'GET',
  path: '/contractors',
  summary: 'Find contractors by words and filters, in the order of their names or of being added',
  input: ContractorFilter.extend({ ...pageInput, sort: ContractorSort.default('name') }),
  output: pageOf(ContractorRow),
})

const Choices = z.array(z.object({ value: z.string(), count: z.int() }))

export const ContractorCounts = z.object({
  total: z.int(),
  status: Choices,
  country: Choices,
  typeId: Choices,
  availability: Choices,
  skill: Choices,
})
export type ContractorCounts = z.output<typeof ContractorCounts>

export const countContractors = endpoint({
  name: 'directory.count-contractors',
  method: 'GET',
  path: '/contractors/facets',
  summary: 'How many contractors there are under each choice of each filter',
  input: ContractorFilter,
  output: ContractorCounts,
})

export const viewContractor = endpoint({
  name: 'directory.view-contractor',
  method: 'GET',
  path: '/contractors/:contractorId',
  summary: 'One contractor, with everything on file',
  input: z.strictObject({ contractorId: ContractorId }),
  output: ContractorView,
})

export const viewWaitingAddress = endpoint({
  name: 'directory.view-waiting-address',
  method: 'GET',
  path: '/contractors/:contractorId/waiting-address',
  summary: 'Another address of a contractor who signs in, as long as they have not confirmed it',
  input: z.strictObject({ contractorId: ContractorId }),
  output: z.object({ waiting: WaitingAddress.nullable() }),
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
    reason: line(500).min(1, 'Say why.'),
  }),
  output: ContractorView,
})

const oneContractor = { contractorId: ContractorId, version: z.int().positive() }

export const setAvailability = endpoint({
  name: 'directory.set-availability',
  method: 'PUT',
  path: '/contractors/:contractorId/availability',
  summary: 'Say when a contractor is free',
  input: z.strictObject({ ...AvailabilityGiven.shape, ...oneContractor }),
  output: ContractorView,
})

export const banContractor = endpoint({
  name: 'directory.ban-contractor',
  method: 'POST',
  path: '/contractors/:contractorId/ban',
  summary: 'Say that a contractor is not to be engaged again, and why',
  input: z.strictObject({ ...oneContractor, reason: line(500).min(1, 'Say why.') }),
  output: ContractorView,
})

export const liftBan = endpoint({
  name: 'directory.lift-ban',
  method: 'POST',
  path: '/contractors/:contractorId/ban/lift',
  summary: 'Allow a contractor to be engaged again, and say why',
  input: z.strictObject({ ...oneContractor, reason: line(500).min(1, 'Say why.') }),
  output: ContractorView,
})

export const exportContractors = endpoint({
  name: 'directory.export-contractors',
  method: 'GET',
  path: '/contractors/export',
  summary: 'The contractors of a list as a CSV file, in the order of the names',
  input: ContractorFilter,
  output: DownloadOutput,
})

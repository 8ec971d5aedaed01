import { z } from 'zod'
import { GivenDay } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { wholeListOf } from '#kernel/page.ts'
import { ContractorId, EngagementId } from '#modules/directory/ids.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'

export const engagementStatuses = ['draft', 'active', 'ended'] as const
export const EngagementStatus = z.enum(engagementStatuses)
export type EngagementStatus = z.output<typeof EngagementStatus>

/** For whom, where it is filed and for how long. An open end is `null`. */
export const EngagementTerms = z.strictObject({
  legalEntityId: LegalEntityId,
  departmentId: DepartmentId.nullable().default(null),
  startsOn: GivenDay,
  endsOn: GivenDay.nullable().default(null),
})
export type EngagementTerms = z.output<typeof EngagementTerms>

export const EngagementView = z.object({
  ...EngagementTerms.shape,
  id: EngagementId,
  contractorId: ContractorId,
  legalEntityName: z.string(),
  departmentName: z.string().nullable(),
  status: EngagementStatus,
  version: z.int(),
  can: z.object({ change: z.boolean(), end: z.boolean() }),
})
export type EngagementView = z.output<typeof EngagementView>

export const listEngagements = endpoint({
  name: 'directory.list-engagements',
  method: 'GET',
  path: '/contractors/:contractorId/engagements',
  summary: 'The engagements of a contractor, newest first',
  input: z.strictObject({ contractorId: ContractorId }),
  output: wholeListOf(EngagementView),
})

export const viewEngagement = endpoint({
  name: 'directory.view-engagement',
  method: 'GET',
  path: '/engagements/:engagementId',
  summary: 'One engagement',
  input: z.strictObject({ engagementId: EngagementId }),
  output: EngagementView,
})

export const addEngagement = endpoint({
  name: 'directory.add-engagement',
  method: 'POST',
  path: '/contractors/:contractorId/engagements',
  summary: 'Open an engagement with a contractor for a legal entity, as a draft',
  input: z.strictObject({ ...EngagementTerms.shape, contractorId: ContractorId }),
  output: EngagementView,
})

export const changeEngagement = endpoint({
  name: 'directory.change-engagement',
  method: 'PUT',
  path: '/engagements/:engagementId',
  summary: 'Change the department or the days of an engagement',
  input: z.strictObject({
    ...EngagementTerms.omit({ legalEntityId: true }).shape,
    engagementId: EngagementId,
    version: z.int().positive(),
  }),
  output: EngagementView,
})

export const endEngagement = endpoint({
  name: 'directory.end-engagement',
  method: 'POST',
  path: '/engagements/:engagementId/end',
  summary: 'End an engagement on a day, and say why',
  input: z.strictObject({
    engagementId: EngagementId,
    version: z.int().positive(),
    lastDay: GivenDay,
    reason: z.string().trim().min(1, 'Say why.').max(500),
  }),
  output: EngagementView,
})

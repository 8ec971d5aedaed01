import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { GivenDay, Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Money, PositiveMoney } from '#kernel/money.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { untilSettled, whileOpen } from '#kernel/standing.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { AssignmentId, ProjectId } from '#modules/work/ids.ts'

export const assignmentStatuses = [
  'draft',
  'pending_approval',
  'offered',
  'accepted',
  'active',
  'paused',
  'completed',
  'closed',
  'declined',
  'expired',
  'cancelled',
] as const
export const AssignmentStatus = z.enum(assignmentStatuses)
export type AssignmentStatus = z.output<typeof AssignmentStatus>

/** Work that was begun may be invoiced, also after it is over. */
export const billableStatuses: readonly AssignmentStatus[] = ['active', 'paused', 'completed', 'closed']

export const pricings = ['hourly', 'fixed'] as const

/** What is offered: the work, its price, its time. */
export const AssignmentTerms = z.strictObject({
  title: line(160).min(1, 'Give the work a title.'),
  brief: paragraphs(8_000).default(''),
  pricing: z.enum(pricings),
  price: PositiveMoney.describe('The rate of an hour, or the whole price'),
  cap: PositiveMoney.nullable().default(null).describe('The most that may be invoiced on it'),
  startsOn: GivenDay,
  endsOn: GivenDay.nullable().default(null),
  answerBy: GivenDay.describe('The last day on which the contractor may accept'),
})
export type AssignmentTerms = z.output<typeof AssignmentTerms>

export const AssignmentRow = z.object({
  id: AssignmentId,
  title: z.string(),
  status: AssignmentStatus,
  projectId: ProjectId,
  projectName: z.string(),
  contractorId: ContractorId,
  contractorName: z.string(),
  pricing: z.enum(pricings),
  price: Money,
  cap: Money.nullable(),
  startsOn: PlainDate,
  endsOn: PlainDate.nullable(),
  answerBy: PlainDate,
})
export type AssignmentRow = z.output<typeof AssignmentRow>

export const AssignmentView = AssignmentRow.extend({
  brief: z.string(),
  engagementId: EngagementId,
  departmentId: DepartmentId,
  departmentName: z.string(),
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  reason: z.string().nullable().describe('Why it was declined, paused or cancelled'),
  offeredAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  movedAt: Instant,
  version: z.int(),
  blockers: z.array(Blocker),
  can: z.object({ change: z.boolean(), offer: z.boolean(), answer: z.boolean(), moveTo: z.array(AssignmentStatus) }),
})
export type AssignmentView = z.output<typeof AssignmentView>

const changed = { assignmentId: AssignmentId, version: z.int().positive() }

export const listAssignments = endpoint({
  name: 'work.list-assignments',
  method: 'GET',
  path: '/assignments',
  summary: 'Assignments, newest first',
  input: z.strictObject({
    search: z.string().trim().max(100).optional(),
    status: listOf(AssignmentStatus).optional(),
    projectId: ProjectId.optional(),
    contractorId: ContractorId.optional(),
    ...pageInput,
  }),
  output: pageOf(AssignmentRow),
})

export const viewAssignment = endpoint({
  name: 'work.view-assignment',
  method: 'GET',
  path: '/assignments/:assignmentId',
  summary: 'One assignment, with what blocks it',
  input: z.strictObject({ assignmentId: AssignmentId }),
  output: AssignmentView,
})

export const addAssignment = endpoint({
  name: 'work.add-assignment',
  method: 'POST',
  path: '/assignments',
  summary: 'Draft an assignment for a contractor under one of their engagements',
  input: AssignmentTerms.extend({ projectId: ProjectId, engagementId: EngagementId }),
  output: AssignmentView,
})

export const changeAssignment = endpoint({
  name: 'work.change-assignment',
  method: 'PUT',
  path: '/assignments/:assignmentId',
  summary: 'Change an assignment that is still a draft',
  input: AssignmentTerms.extend(changed),
  output: AssignmentView,
})

export const offerAssignment = endpoint({
  name: 'work.offer-assignment',
  method: 'POST',
  path: '/assignments/:assignmentId/offer',
  summary: 'Offer an assignment to its contractor',
  input: z.strictObject(changed),
  output: AssignmentView,
})

export const moveAssignment = endpoint({
  name: 'work.move-assignment',
  method: 'POST',
  path: '/assignments/:assignmentId/status',
  summary: 'Pause, resume, complete, close, cancel or redraft an assignment',
  input: z.strictObject({
    ...changed,
    to: z.enum(['draft', 'active', 'paused', 'completed', 'closed', 'cancelled']),
    reason: paragraphs(500).min(1, 'Say why.'),
  }),
  output: AssignmentView,
})

export const listMyAssignments = endpoint({
  name: 'work.list-my-assignments',
  method: 'GET',
  path: '/portal/assignments',
  summary: 'The signed-in contractor’s assignments, newest first',
  input: z.strictObject({ status: listOf(AssignmentStatus).optional(), ...pageInput }),
  output: pageOf(AssignmentRow),
})

export const viewMyAssignment = endpoint({
  name: 'work.view-my-assignment',
  method: 'GET',
  path: '/portal/assignments/:assignmentId',
  summary: 'One of the signed-in contractor’s assignments',
  input: z.strictObject({ assignmentId: AssignmentId }),
  output: AssignmentView,
})

export const acceptAssignment = endpoint({
  name: 'work.accept-assignment',
  method: 'POST',
  path: '/portal/assignments/:assignmentId/acceptance',
  summary: 'Accept an offered assignment',
  inPortal: whileOpen,
  input: z.strictObject(changed),
  output: AssignmentView,
})

export const declineAssignment = endpoint({
  name: 'work.decline-assignment',
  method: 'POST',
  path: '/portal/assignments/:assignmentId/refusal',
  summary: 'Decline an offered assignment',
  inPortal: untilSettled,
  input: z.strictObject({ ...changed, reason: paragraphs(500).default('') }),
  output: AssignmentView,
})

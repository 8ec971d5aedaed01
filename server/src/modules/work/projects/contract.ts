import { z } from 'zod'
import { GivenDay } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Money, PositiveMoney } from '#kernel/money.ts'
import { pageInput, pageOf } from '#kernel/page.ts'
import { line } from '#kernel/text.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { ProjectId } from '#modules/work/ids.ts'

export const projectStatuses = ['open', 'closed'] as const
export const ProjectStatus = z.enum(projectStatuses)
export type ProjectStatus = z.output<typeof ProjectStatus>

/** What a project is: whose work, who pays, how much it may cost. */
export const ProjectTerms = z.strictObject({
  name: line(160).min(1, 'Give the project a name.'),
  code: line(40).min(1).nullable().default(null),
  departmentId: DepartmentId,
  legalEntityId: LegalEntityId,
  budget: PositiveMoney.nullable().default(null),
  startsOn: GivenDay.nullable().default(null),
  endsOn: GivenDay.nullable().default(null),
})
export type ProjectTerms = z.output<typeof ProjectTerms>

export const ProjectView = z.object({
  ...ProjectTerms.shape,
  budget: Money.nullable(),
  id: ProjectId,
  departmentName: z.string(),
  legalEntityName: z.string(),
  status: ProjectStatus,
  assignments: z.int().describe('How many pieces of work are in it'),
  version: z.int(),
  can: z.object({ change: z.boolean() }),
})
export type ProjectView = z.output<typeof ProjectView>

export const listProjects = endpoint({
  name: 'work.list-projects',
  method: 'GET',
  path: '/projects',
  summary: 'Projects by name',
  input: z.strictObject({
    search: z.string().trim().max(100).optional(),
    status: ProjectStatus.optional(),
    ...pageInput,
  }),
  output: pageOf(ProjectView),
})

export const viewProject = endpoint({
  name: 'work.view-project',
  method: 'GET',
  path: '/projects/:projectId',
  summary: 'One project',
  input: z.strictObject({ projectId: ProjectId }),
  output: ProjectView,
})

export const addProject = endpoint({
  name: 'work.add-project',
  method: 'POST',
  path: '/projects',
  summary: 'Open a project',
  input: ProjectTerms,
  output: ProjectView,
})

export const changeProject = endpoint({
  name: 'work.change-project',
  method: 'PUT',
  path: '/projects/:projectId',
  summary: 'Change a project, close it or open it again',
  input: ProjectTerms.extend({ projectId: ProjectId, version: z.int().positive(), status: ProjectStatus }),
  output: ProjectView,
})

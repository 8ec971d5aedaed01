import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import { event } from '#kernel/event.ts'
import { Money } from '#kernel/money.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { AssignmentStatus } from './assignments/contract.ts'
import { AssignmentId, ProjectId } from './ids.ts'

const project = { projectId: ProjectId, name: z.string() }
export const projectOpened = event('work.project-opened', 'opened the project {name}', z.object(project))
export const projectChanged = event(
  'work.project-changed',
  'changed the project {name} ({status})',
  z.object({ ...project, status: z.string() }),
)

const assignment = { assignmentId: AssignmentId, projectId: ProjectId, contractorId: ContractorId, title: z.string() }
export const assignmentDrafted = event('work.assignment-drafted', 'drafted {title}', z.object(assignment))
export const assignmentChanged = event(
  'work.assignment-changed',
  'changed the terms of {title}',
  z.object(assignment),
)
export const assignmentOffered = event(
  'work.assignment-offered',
  'offered {title} at {price} ({pricing}), to be answered by {answerBy}',
  z.object({ ...assignment, price: Money, pricing: z.string(), answerBy: PlainDate }),
)
export const assignmentAccepted = event('work.assignment-accepted', 'accepted {title}', z.object(assignment))
export const assignmentDeclined = event(
  'work.assignment-declined',
  'declined {title}: {reason}',
  z.object({ ...assignment, reason: z.string() }),
)
export const assignmentMoved = event(
  'work.assignment-moved',
  'moved {title} from {from} to {to}: {reason}',
  z.object({ ...assignment, from: AssignmentStatus, to: AssignmentStatus, reason: z.string() }),
)

import { acceptAssignment } from './assignments/accept-assignment.ts'
import { addAssignment } from './assignments/add-assignment.ts'
import { changeAssignment } from './assignments/change-assignment.ts'
import { declineAssignment } from './assignments/decline-assignment.ts'
import { listAssignments, listMyAssignments } from './assignments/list-assignments.ts'
import { moveAssignment } from './assignments/move-assignment.ts'
import { offerAssignment } from './assignments/offer-assignment.ts'
import { viewAssignment, viewMyAssignment } from './assignments/view-assignment.ts'
import { keepCalendar } from './keep-calendar.ts'
import { addProject } from './projects/add-project.ts'
import { changeProject } from './projects/change-project.ts'
import { listProjects } from './projects/list-projects.ts'
import { viewProject } from './projects/view-project.ts'

export type { Assignment } from './assignments/assignment.ts'
export { assignmentFor, assignmentOf } from './assignments/store.ts'
export * from './events.ts'

export const workHandlers = [
  listProjects,
  viewProject,
  addProject,
  changeProject,
  listAssignments,
  viewAssignment,
  addAssignment,
  changeAssignment,
  offerAssignment,
  moveAssignment,
  listMyAssignments,
  viewMyAssignment,
  acceptAssignment,
  declineAssignment,
]
export const workSchedules = [keepCalendar]

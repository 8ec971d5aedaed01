import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
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

export const work: Module = {
  name: 'work',
  switch: { title: 'Projects and assignments', about: 'What is to be done, offered and accepted' },
  handlers: [
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
  ],
  schedules: [keepCalendar],
}

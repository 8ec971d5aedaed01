import { permission } from '#kernel/actor.ts'

export const readWork = permission('work.list-assignments', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
export const changeProjects = permission('work.change-project', ['owner', 'admin', 'finance', 'manager'])
export const changeAssignments = permission('work.change-assignment', ['owner', 'admin', 'manager'])
/** Offering binds the organization, so a person does it. */
export const offerAssignments = permission('work.offer-assignment', ['owner', 'manager'], { humanOnly: true })
export const answerAssignments = permission('work.answer-assignment', ['contractor'])

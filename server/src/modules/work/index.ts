export type { Assignment } from './assignments/assignment.ts'
export { assignmentFor, assignmentOf, holdAssignment } from './assignments/store.ts'
export * from './events.ts'

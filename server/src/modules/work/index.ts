export type { Assignment } from './assignments/assignment.ts'
export { assignmentFor, assignmentOf } from './assignments/store.ts'
export * from './events.ts'

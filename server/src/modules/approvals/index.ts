export type { Outcome, Subject } from './approval.ts'
export { approvalsOf, stillApproved } from './approvals-of.ts'
export * from './events.ts'
export { type NewDecision, recordDecision } from './record-decision.ts'

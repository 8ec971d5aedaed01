import { changeLimits } from './change-limits.ts'
import { changePolicy } from './change-policy.ts'
import { listLimits } from './list-limits.ts'
import { viewPolicy } from './view-policy.ts'

export type { Outcome, Subject } from './approval.ts'
export { approvalsOf, stillApproved } from './approvals-of.ts'
export * from './events.ts'
export { type NewDecision, recordDecision } from './record-decision.ts'

export const approvalHandlers = [listLimits, changeLimits, viewPolicy, changePolicy]

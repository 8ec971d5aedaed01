import { permission } from '#kernel/actor.ts'

export const readLimits = permission('approvals.list-limits', ['owner', 'admin', 'finance', 'legal', 'auditor'])
/** What people may approve is settled by people. */
export const changeLimits = permission('approvals.change-limits', ['owner'], { humanOnly: true })
export const changePolicy = permission('approvals.change-policy', ['owner'], { humanOnly: true })

import { permission } from '#kernel/actor.ts'

const members = ['owner', 'admin', 'finance', 'releaser', 'legal', 'manager', 'approver', 'auditor'] as const

export const followOwnJobs = permission('background.my-jobs', members)
export const cancelOwnJobs = permission('background.cancel-my-job', members)
export const readParked = permission('background.list-parked', ['owner', 'admin'])
export const settleParked = permission('background.settle-parked', ['owner', 'admin'])

import { permission } from '#kernel/actor.ts'

export const readOnboardings = permission('onboarding.list', [
  'owner',
  'admin',
  'finance',
  'legal',
  'manager',
  'approver',
  'auditor',
])
export const inviteContractors = permission('onboarding.invite', ['owner', 'admin', 'legal', 'manager'])
export const reviewStages = permission('onboarding.review', ['owner', 'admin', 'legal', 'manager'])
/** To let somebody start without a thing that was asked of everybody is for those who answer for it, in person. */
export const waiveStages = permission('onboarding.waive-stage', ['owner', 'legal'], { humanOnly: true })
export const changeFlows = permission('onboarding.change-flow', ['owner', 'admin', 'legal'])
export const takePart = permission('onboarding.take-part', ['contractor'])

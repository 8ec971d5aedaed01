import { permission } from '#kernel/actor.ts'

export const readContractors = permission('directory.list-contractors', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
export const changeContractors = permission('directory.change-contractor', ['owner', 'admin', 'legal', 'manager'])
/** To say that somebody is not to be engaged again, and to take it back, is legal's and the owner's. */
export const engageAgain = permission('directory.ban-contractor', ['owner', 'legal'])

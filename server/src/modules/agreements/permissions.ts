import { permission } from '#kernel/actor.ts'

export const readAgreements = permission('agreements.list-agreements', [
  'owner',
  'admin',
  'finance',
  'legal',
  'manager',
  'auditor',
])
export const changeTemplates = permission('agreements.change-template', ['owner', 'admin', 'legal'])
export const sendAgreements = permission('agreements.send-agreement', ['owner', 'admin', 'legal', 'manager'])
/** A signature binds the organization, so a person gives it. */
export const counterSignAgreements = permission('agreements.counter-sign', ['owner', 'legal', 'manager'], {
  humanOnly: true,
})
/** To read, sign or decline what was sent to oneself. */
export const signOwnAgreements = permission('agreements.sign-my-agreement', ['contractor'], { humanOnly: true })

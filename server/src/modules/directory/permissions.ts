import { permission } from '#kernel/actor.ts'

const members = ['owner', 'admin', 'finance', 'releaser', 'legal', 'manager', 'approver', 'auditor'] as const

export const readContractors = permission('directory.list-contractors', members)
/** The whole list with everything on file leaves the house. */
export const exportContractors = permission('directory.export-contractors', ['owner', 'admin', 'finance', 'auditor'])
export const importContractors = permission('directory.import-contractors', ['owner', 'admin', 'manager'])
export const changeContractors = permission('directory.change-contractor', ['owner', 'admin', 'legal', 'manager'])
/** To say that somebody is not to be engaged again, and to take it back, is legal's and the owner's. */
export const engageAgain = permission('directory.ban-contractor', ['owner', 'legal'])
export const changeContractorTypes = permission('directory.change-contractor-types', ['owner', 'admin', 'legal'])
/** What somebody costs is seen by who engages, pays or checks; whoever only decides about an invoice sees its own prices. */
export const readRates = permission('directory.view-rates', [
  'owner',
  'admin',
  'finance',
  'legal',
  'manager',
  'auditor',
])
/** What somebody costs is agreed by who engages them or who pays them. */
export const changeRates = permission('directory.change-rates', ['owner', 'admin', 'finance', 'manager'])
export const readSkills = permission('directory.list-skills', [...members, 'contractor'])
export const useOwnProfile = permission('directory.own-profile', ['contractor'])

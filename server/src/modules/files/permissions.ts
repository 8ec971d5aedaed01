import { permission, roles } from '#kernel/actor.ts'

export const uploadFiles = permission('files.upload', roles)
/** For a contractor: what belongs to them. For a member: what belongs to an object that they see. */
export const openFiles = permission('files.open', roles)
/** Tax forms, proofs of identity, letters of a bank. */
export const openProtectedFiles = permission('files.open-protected', ['owner', 'legal', 'finance'], {
  humanOnly: true,
})
/** What is about a contractor themselves; a key of theirs opens no tax form. */
export const openOwnProtectedFiles = permission('files.open-my-protected', ['contractor'], { humanOnly: true })
/** The logo is part of the brand: the same people as for its name and colour. */
export const changeLogo = permission('files.change-logo', ['owner', 'admin'])

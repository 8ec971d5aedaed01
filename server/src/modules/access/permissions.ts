import { permission } from '#kernel/actor.ts'

export const readMembers = permission('access.list-members', ['owner', 'admin', 'auditor'])
/** Roles are handed out by people, never by a key that somebody may have lost. */
export const changeMembers = permission('access.change-members', ['owner', 'admin'], { humanOnly: true })
export const readKeys = permission('access.list-keys', ['owner', 'admin', 'auditor'])
export const changeKeys = permission('access.change-keys', ['owner', 'admin'], { humanOnly: true })

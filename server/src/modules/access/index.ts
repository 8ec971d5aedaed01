import type pg from 'pg'
import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import type { Runtime } from '#kernel/runtime.ts'
import type { Schedule } from '#kernel/worker.ts'
import { createIdentify } from './identify.ts'
import { createKey } from './keys/create-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { revokeKey } from './keys/revoke-key.ts'
import { acceptInvitation } from './members/accept-invitation.ts'
import { changeRoles } from './members/change-roles.ts'
import { disableMember } from './members/disable-member.ts'
import { enableMember } from './members/enable-member.ts'
import { inviteAgain } from './members/invite-again.ts'
import { inviteMember } from './members/invite-member.ts'
import { listMembers } from './members/list-members.ts'
import { removeMember } from './members/remove-member.ts'
import { viewInvitation } from './members/view-invitation.ts'
import { endMyOtherSessions } from './people/end-my-other-sessions.ts'
import { endMySession } from './people/end-my-session.ts'
import { me } from './people/me.ts'
import { mySessions } from './people/my-sessions.ts'
import { resetPassword } from './people/reset-password.ts'
import { createSessionCache } from './session-cache.ts'
import { setUp } from './set-up/set-up.ts'
import { viewSetUp } from './set-up/view-set-up.ts'
import { createGate } from './sign-in/gate.ts'
import { sweep } from './sign-in/store.ts'

export * from './events.ts'
export { organizationHeader } from './identify.ts'
export { makeKey } from './keys/create-key.ts'
export { scopesFor } from './keys/key.ts'
export { enterByLink, linkBehind } from './links/enter-by-link.ts'
export { addressOf as linkAddress, type LinkName, type LinkPurpose } from './links/link-token.ts'
export { makeLink } from './links/make-link.ts'
export { subjectOfLink, useLink } from './links/store.ts'
export { addMember } from './members/add-member.ts'
export { grantPortalAccess } from './members/grant-portal-access.ts'
export {
  activeMember,
  deletePortalAccess as endPortalAccess,
  memberFor,
  memberNames,
} from './members/store.ts'
export { addPerson } from './people/add-person.ts'
export { resetMember } from './people/reset-member.ts'
export { personFor, personOfEmail } from './people/store.ts'
export { makeSetUpLink, setUpLinkAtStart } from './set-up/set-up-link.ts'
export { startSession } from './sign-in/start-session.ts'

export const accessHandlers = [
  viewSetUp,
  setUp,
  viewInvitation,
  acceptInvitation,
  resetPassword,
  me,
  mySessions,
  endMySession,
  endMyOtherSessions,
  listMembers,
  inviteMember,
  inviteAgain,
  changeRoles,
  disableMember,
  enableMember,
  removeMember,
  listKeys,
  createKey,
  revokeKey,
]

export const accessSchedules: readonly Schedule[] = [
  {
    name: 'access.sweep',
    everySeconds: 3_600,
    run: ({ db, outside }) => transaction(db, machine(noOrganizationId), (tx) => sweep(tx, outside.now())),
  },
]

/**
 * Who is asking, and the ways in. `gate` belongs at `/api/auth`, before the API; `listenWith` is a direct connection,
 * past any pooler, on which changes made by other processes are heard.
 */
export const openAccess = (runtime: Runtime, listenWith: pg.ClientConfig) => {
  const cache = createSessionCache(runtime, listenWith)
  return {
    identify: createIdentify(cache, runtime.outside),
    gate: createGate(runtime, cache),
    started: cache.started,
    close: cache.close,
  }
}

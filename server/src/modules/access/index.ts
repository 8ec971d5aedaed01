import type pg from 'pg'
import type { Runtime } from '#kernel/runtime.ts'
import { createIdentify } from './identify.ts'
import { createSessionCache } from './session-cache.ts'
import { createGate } from './sign-in/gate.ts'

export { askForAddress } from './addresses/ask-for-address.ts'
export { waitingViewOf as waitingAddressOf } from './addresses/my-address.ts'
export { addressChangeOf, formerAddressesOf, waitingChangeOf } from './addresses/store.ts'
export * from './events.ts'
export { organizationHeader } from './identify.ts'
export { makeKey } from './keys/create-key.ts'
export { scopesFor } from './keys/key.ts'
export { enterByLink, linkBehind } from './links/enter-by-link.ts'
export {
  addressOf as linkAddress,
  type LinkName,
  type LinkPurpose,
  linkPurposes,
  pageOfLink,
} from './links/link-token.ts'
export { makeLink } from './links/make-link.ts'
export { showLinkOnce } from './links/show-link-once.ts'
export { endsOfLinks, isUnseenLinkOf, subjectOfLink, useLink } from './links/store.ts'
export { addMember } from './members/add-member.ts'
export { changeStanding } from './members/change-standing.ts'
export { grantPortalAccess } from './members/grant-portal-access.ts'
export {
  activeMember,
  contractorsWhoSignIn,
  deletePortalAccess as endPortalAccess,
  memberFor,
  memberNames,
  portalPersonFor,
} from './members/store.ts'
export { addPerson } from './people/add-person.ts'
export { resetMember } from './people/reset-member.ts'
export { personFor, personOfEmail } from './people/store.ts'
export { endWaysIn } from './restored/end-ways-in.ts'
export { countWaysIn, endWaysOfNobody } from './restored/store.ts'
export { makeSetUpLink, setUpLinkAtStart } from './set-up/set-up-link.ts'
export { startSession } from './sign-in/start-session.ts'

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

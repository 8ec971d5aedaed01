import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { isSignedIn } from './me.ts'
import { isAlive, isThisSession, limitsFor, viewOf } from './session.ts'
import { placesOf, sessionsOf } from './store.ts'

export const mySessions = query(contract.mySessions)({
  allow: isSignedIn,
  read: async ({ tx, actor, now }) => {
    const limits = limitsFor(await placesOf(tx, actor.personId))
    const sessions = (await sessionsOf(tx, actor.personId, now)).filter((session) => isAlive(session, limits, now))
    return { items: sessions.map((session) => viewOf(session, isThisSession(session, actor))) }
  },
})

import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { isSignedIn } from './me.ts'
import { isAlive, isThisSession, limitsFor, viewOf } from './session.ts'
import { mostSessions, placesOf, sessionsOf } from './store.ts'

export const mySessions = query(contract.mySessions)({
  allow: isSignedIn,
  read: async ({ tx, actor, now }) => {
    const limits = limitsFor(await placesOf(tx, actor.personId))
    const { rows, isCut } = cutAt(await sessionsOf(tx, actor.personId, now), mostSessions)
    const sessions = rows.filter((session) => isAlive(session, limits, now))
    return { isCut, items: sessions.map((session) => viewOf(session, isThisSession(session, actor))) }
  },
})

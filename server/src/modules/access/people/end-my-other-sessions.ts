import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { otherSessionsEnded } from '#modules/access/events.ts'
import { nowhereElse } from '#modules/access/problems.ts'
import { isSignedIn } from './me.ts'
import { isThisSession } from './session.ts'
import { deleteSessions, sessionsOf } from './store.ts'

export const endMyOtherSessions = command(contract.endMyOtherSessions)({
  load: async () => undefined,
  allow: isSignedIn,
  run: async ({ tx, actor, now }) => {
    const others = (await sessionsOf(tx, actor.personId, now)).filter((session) => !isThisSession(session, actor))
    if (others.length === 0) throw nowhereElse()
    await deleteSessions(
      tx,
      others.map(({ id }) => id),
    )
    return { result: { ended: others.length }, events: [otherSessionsEnded({ ended: others.length })] }
  },
})

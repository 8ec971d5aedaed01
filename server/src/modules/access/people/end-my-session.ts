import { command } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { sessionEnded } from '#modules/access/events.ts'
import { isSignedIn } from './me.ts'
import { deleteSession } from './store.ts'

export const endMySession = command(contract.endMySession)({
  load: async () => undefined,
  allow: isSignedIn,
  run: async ({ tx, actor }, _, { sessionId }) => {
    await deleteSession(tx, actor.personId, sessionId)
    return { result: { id: sessionId }, events: [sessionEnded({ sessionId })] }
  },
})

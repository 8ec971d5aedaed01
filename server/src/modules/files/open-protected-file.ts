import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { protectedFileOpened } from './events.ts'
import { ticketFor } from './opening-ticket.ts'
import { openProtectedFiles } from './permissions.ts'
import { fileFor } from './store.ts'

export const openProtectedFile = command(contract.openProtectedFile)({
  load: ({ tx, actor }, { fileId }) => fileFor(actor, tx, fileId),
  allow: (actor) => may(actor, openProtectedFiles),
  run: async (work, { subjectId, contractorId }, { fileId, reason }) => ({
    result: ticketFor(work, fileId),
    events: [protectedFileOpened({ fileId, subjectId, contractorId, reason })],
  }),
})

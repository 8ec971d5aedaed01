import { may } from '#kernel/actor.ts'
import { command, type Work } from '#kernel/command.ts'
import { countReveal } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { ownFileOpened, protectedFileOpened } from './events.ts'
import { ticketFor } from './opening-ticket.ts'
import { openOwnProtectedFiles } from './permissions.ts'
import { fileFor } from './store.ts'
import { mayOpenProtected } from './stored-file.ts'

/** Each opening counts like a look at a sealed value, whatever the file holds. */
const opened = async (work: Work, fileId: contract.FileId) => {
  await countReveal(work)
  return ticketFor(work, fileId)
}

export const openProtectedFile = command(contract.openProtectedFile)({
  load: ({ tx, actor }, { fileId }) => fileFor(actor, tx, fileId),
  allow: mayOpenProtected,
  run: async (work, { subjectId, contractorId }, { fileId, reason }) => ({
    result: await opened(work, fileId),
    events: [protectedFileOpened({ fileId, subjectId, contractorId, reason })],
  }),
})

/** Nobody has to say why they read what is about themselves. */
export const openMyProtectedFile = command(contract.openMyProtectedFile)({
  load: ({ tx, actor }, { fileId }) => fileFor(actor, tx, fileId),
  allow: (actor, { contractorId }) => may(actor, openOwnProtectedFiles) && actor.contractorId === contractorId,
  run: async (work, { subjectId, contractorId }, { fileId }) => ({
    result: await opened(work, fileId),
    events: [ownFileOpened({ fileId, subjectId, contractorId })],
  }),
})

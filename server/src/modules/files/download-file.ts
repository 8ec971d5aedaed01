import { may } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { isTicketFor } from './opening-ticket.ts'
import { openFiles, openProtectedFiles } from './permissions.ts'
import { openingRequired } from './problems.ts'
import { fileFor } from './store.ts'
import { asksForTicket } from './stored-file.ts'

export const downloadFile = query(contract.downloadFile)({
  allow: (actor) => may(actor, openFiles),
  read: async (work, { fileId, ticket }) => {
    const file = await fileFor(work.actor, work.tx, fileId)
    const holdsTicket = () => may(work.actor, openProtectedFiles) && isTicketFor(work, fileId, ticket)
    if (asksForTicket(work.actor, file) && !holdsTicket()) throw openingRequired({ fileId })
    const { name, mediaType, sha256 } = file
    return new Download({ fileName: name, mediaType, content: { sha256 }, inline: true })
  },
})

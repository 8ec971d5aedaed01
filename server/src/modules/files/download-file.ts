import { may } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { isTicketFor } from './opening-ticket.ts'
import { openFiles } from './permissions.ts'
import { openingRequired } from './problems.ts'
import { fileFor } from './store.ts'
import { asksForTicket, mayHoldTicket } from './stored-file.ts'

export const downloadFile = query(contract.downloadFile)({
  allow: (actor) => may(actor, openFiles),
  read: async (work, { fileId, ticket }) => {
    const file = await fileFor(work.actor, work.tx, fileId)
    if (asksForTicket(file) && !(mayHoldTicket(work.actor, file) && isTicketFor(work, fileId, ticket)))
      throw openingRequired({ fileId })
    const { name, mediaType, sha256 } = file
    return new Download({ fileName: name, mediaType, content: { sha256 }, inline: true })
  },
})

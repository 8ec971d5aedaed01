import { may } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { openFiles } from './permissions.ts'
import { fileFor } from './store.ts'

export const downloadFile = query(contract.downloadFile)({
  allow: (actor) => may(actor, openFiles),
  read: async ({ tx, actor }, { fileId }) => {
    const { name, mediaType, sha256 } = await fileFor(actor, tx, fileId)
    return new Download({ fileName: name, mediaType, content: { sha256 }, inline: true })
  },
})

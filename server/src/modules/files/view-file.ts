import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { openFiles } from './permissions.ts'
import { fileFor } from './store.ts'
import { viewOf } from './stored-file.ts'

export const viewFile = query(contract.viewFile)({
  allow: (actor) => may(actor, openFiles),
  read: async ({ tx, actor }, { fileId }) => viewOf(await fileFor(actor, tx, fileId)),
})

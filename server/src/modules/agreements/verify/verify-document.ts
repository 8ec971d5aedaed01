import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { invalidInput } from '#kernel/problem.ts'
import { publicQuery } from '#kernel/query.ts'
import type { Runtime } from '#kernel/runtime.ts'
import * as contract from './contract.ts'
import { judgeDocument } from './judge-document.ts'

export const verifyDocumentFor = publicQuery({ ...contract.verifyDocument, public: true })({
  enter: () => noOrganizationId,
  read: async ({ tx, received }) => {
    if (!received) throw invalidInput({ errors: [{ pointer: '#', detail: 'Send the file as the body.' }] })
    return judgeDocument(tx, received)
  },
})

/** The same verdict for the command line. */
export const verifyDocument = (runtime: Pick<Runtime, 'db'>, bytes: Uint8Array): Promise<contract.DocumentVerdict> =>
  transaction(runtime.db, { ...machine(noOrganizationId), readOnly: true }, (tx) => judgeDocument(tx, bytes))

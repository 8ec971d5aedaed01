import { on } from '#kernel/reaction.ts'
import { w9Sealed, w9Signed } from './events.ts'
import { makeDocument } from './make-document.ts'
import { taxFormOf } from './store.ts'

export const taxReactions = [
  on(w9Signed, 'tax.seal-document', async (work, { taxFormId, contractorId }) => [
    w9Sealed({ taxFormId, contractorId, sha256: await makeDocument(work, await taxFormOf(work.tx, taxFormId)) }),
  ]),
]

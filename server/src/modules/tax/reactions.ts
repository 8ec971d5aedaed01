import { on } from '#kernel/reaction.ts'
import { w9Sealed, w9Signed } from './events.ts'
import { documentSteps } from './make-document.ts'

export const taxReactions = [
  on(w9Signed, 'tax.seal-document', {
    lane: 'paper',
    load: (work, { taxFormId }) => documentSteps.load(work, taxFormId),
    prepare: documentSteps.prepare,
    run: async (work, { form }, { taxFormId, contractorId }) => [
      w9Sealed({ taxFormId, contractorId, sha256: await documentSteps.keep(work, form, work.prepared) }),
    ],
  }),
]

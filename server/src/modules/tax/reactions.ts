import { on } from '#kernel/reaction.ts'
import { w9Sealed, w9Signed } from './events.ts'
import { copySteps, documentSteps } from './make-document.ts'

export const taxReactions = [
  on(w9Signed, 'tax.seal-document', {
    lane: 'paper',
    load: (work, { taxFormId }) => documentSteps.load(work, taxFormId),
    prepare: documentSteps.prepare,
    run: async (work, { form }, { taxFormId, contractorId }) => [
      w9Sealed({ taxFormId, contractorId, sha256: await documentSteps.keep(work, form, work.prepared) }),
    ],
  }),
  on(w9Sealed, 'tax.make-copy', {
    lane: 'paper',
    load: (work, { taxFormId }) => copySteps.load(work, taxFormId),
    prepare: copySteps.prepare,
    run: async (work, { form }) => {
      await copySteps.keep(work, form, work.prepared)
      return []
    },
  }),
]

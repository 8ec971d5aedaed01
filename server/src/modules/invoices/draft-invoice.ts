import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { assignmentFor } from '#modules/work/index.ts'
import * as contract from './contract.ts'
import { openDraft } from './open-draft.ts'
import { claim } from './permissions.ts'
import { holdAmounts, sumsOf } from './sums.ts'

export const draftInvoice = command(contract.draftInvoice)({
  load: ({ tx, actor }, { assignmentId }) => assignmentFor(actor, tx, assignmentId),
  allow: (actor, assignment) => may(actor, claim) && actor.contractorId === assignment.contractorId,
  run: (work, assignment, { assignmentId: _, ...input }) => {
    const sums = holdAmounts(sumsOf(input.lines, assignment.price.currency))
    return openDraft(work, assignment, { input, sums, source: 'written', fileId: null, fileReading: null })
  },
})

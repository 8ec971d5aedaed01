import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { attachFile, readFile } from '#modules/files/index.ts'
import { assignmentFor } from '#modules/work/index.ts'
import * as contract from './contract.ts'
import { readEInvoice } from './e-invoice/read-e-invoice.ts'
import { fillFromEInvoice } from './fill-from-e-invoice.ts'
import { openDraft } from './open-draft.ts'
import { claim } from './permissions.ts'
import { creditNoteFile, otherCurrency } from './problems.ts'

export const draftInvoiceFromFile = command(contract.draftInvoiceFromFile)({
  load: ({ tx, actor }, { assignmentId }) => assignmentFor(actor, tx, assignmentId),
  allow: (actor, assignment) => may(actor, claim) && actor.contractorId === assignment.contractorId,
  run: async (work, assignment, { fileId }) => {
    const { id, contractorId, departmentId, price } = assignment
    await attachFile(work, fileId, { subjectId: id, contractorId, departmentId, sensitivity: 'normal' })
    const file = await readEInvoice(await readFile(work, fileId))
    if (file.kind === 'credit-note') throw creditNoteFile()
    if (file.currency !== price.currency) {
      const detail = `The file is in ${file.currency}, the assignment in ${price.currency}.`
      throw otherCurrency({ errors: [{ pointer: '#/fileId', detail }] })
    }
    return openDraft(work, assignment, { ...fillFromEInvoice(file), source: 'e-invoice', fileId })
  },
})

import { command } from '#kernel/command.ts'
import { recordDecision } from '#modules/approvals/index.ts'
import * as contract from './contract.ts'
import { invoiceRejected } from './events.ts'
import { aboutInvoice, holdFourEyes, mayDecide, move, viewOf } from './invoice.ts'
import { lockInvoice, saveInvoice } from './store.ts'

export const rejectInvoice = command(contract.rejectInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: mayDecide,
  run: async (work, submitted, { invoiceId, reason }) => {
    const { tx, actor, now } = work
    holdFourEyes(submitted, actor.personId)
    const invoice = move(submitted, 'rejected', { reason, now })
    await recordDecision(work, {
      ...aboutInvoice(submitted),
      siblingsSince: null,
      decision: 'rejected',
      note: reason,
    })
    saveInvoice(tx, invoice)
    const { contractorId, number, total } = invoice
    return {
      result: viewOf({ ...invoice, version: invoice.version + 1 }, actor),
      events: [invoiceRejected({ invoiceId, contractorId, number, total, reason })],
    }
  },
})

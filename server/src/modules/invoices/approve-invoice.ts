import { command } from '#kernel/command.ts'
import { recordDecision } from '#modules/approvals/index.ts'
import * as contract from './contract.ts'
import { invoiceApprovalStarted, invoiceApproved } from './events.ts'
import { aboutInvoice, approve, mayDecide, move, viewOf } from './invoice.ts'
import { holdSiblings } from './sibling-store.ts'
import { lockInvoice, saveInvoice } from './store.ts'

export const approveInvoice = command(contract.approveInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: mayDecide,
  run: async (work, submitted, { invoiceId, note }) => {
    const { tx, actor, now } = work
    const approved = approve(submitted, actor.personId, now)
    const { isComplete } = await recordDecision(work, {
      ...aboutInvoice(submitted),
      siblingsSince: (since) => holdSiblings(tx, submitted, since),
      decision: 'approved',
      note,
    })
    const { contractorId, number, total, contentHash } = approved
    const facts = { invoiceId, contractorId, number, total }
    const invoice = isComplete ? approved : move(submitted, 'in_approval', { reason: null, now })
    saveInvoice(tx, invoice)
    return {
      result: viewOf({ ...invoice, version: invoice.version + 1 }, actor),
      events: [
        isComplete ? invoiceApproved({ ...facts, contentHash: contentHash ?? '' }) : invoiceApprovalStarted(facts),
      ],
    }
  },
})

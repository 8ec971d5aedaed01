import type { Actor } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { invoiceVoided } from './events.ts'
import { type Invoice, isMine, isOpen, isUnderReview, mayVoid, move, viewOf } from './invoice.ts'
import { invoiceIsFixed } from './problems.ts'
import { lockInvoice, saveInvoice } from './store.ts'

const makeVoid = async ({ tx, actor, now }: Work, before: Invoice, reason: string) => {
  const invoice = move(before, 'void', { reason, now })
  saveInvoice(tx, invoice)
  const { id: invoiceId, contractorId, number, total } = invoice
  return {
    result: viewOf({ ...invoice, version: invoice.version + 1 }, actor),
    events: [invoiceVoided({ invoiceId, contractorId, number, total, from: before.status, reason })] as const,
  }
}

export const voidInvoice = command(contract.voidInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: mayVoid,
  run: (work, invoice, { reason }) => makeVoid(work, invoice, reason),
})

/** The contractor may take back what nobody has approved. */
export const voidMyInvoice = command(contract.voidMyInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: (actor: Actor, invoice) => isMine(actor, invoice),
  run: (work, invoice, { reason }) => {
    if (!isOpen(invoice) && !isUnderReview(invoice)) throw invoiceIsFixed({ invoiceStatus: invoice.status })
    return makeVoid(work, invoice, reason)
  },
})

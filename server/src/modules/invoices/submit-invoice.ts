import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/db.ts'
import { decimalOf, money } from '#kernel/money.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { assignmentOf } from '#modules/work/index.ts'
import * as contract from './contract.ts'
import { invoiceSubmitted } from './events.ts'
import { type Invoice, isMine, submit, viewOf } from './invoice.ts'
import { overCap } from './problems.ts'
import { invoicedOn, lockInvoice, saveInvoice } from './store.ts'

export const submitInvoice = command(contract.submitInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: isMine,
  run: async (work, draft, { invoiceId }) => {
    const { tx, actor, now } = work
    const invoice = submit(draft, actor.personId, { today: await todayOf(work), now })
    await holdCap(tx, invoice)
    saveInvoice(tx, invoice)
    const { contractorId, number, total } = invoice
    return {
      result: viewOf({ ...invoice, version: invoice.version + 1 }, actor),
      events: [invoiceSubmitted({ invoiceId, contractorId, number, total })],
    }
  },
})

/** The most that may be invoiced on the assignment: its cap, or its whole price when that is fixed. Tax is on top. */
const holdCap = async (tx: Tx, { id, assignmentId, net }: Invoice): Promise<void> => {
  const { cap, pricing, price } = await assignmentOf(tx, assignmentId)
  const most = cap ?? (pricing === 'fixed' ? price : undefined)
  if (!most) return
  const left = money(most.minor - (await invoicedOn(tx, assignmentId, id)), most.currency)
  if (net.minor <= left.minor) return
  const detail = `Of ${decimalOf(most)} ${most.currency} there is ${decimalOf(left)} left to invoice.`
  throw overCap({ errors: [{ pointer: '#/lines', detail }] })
}

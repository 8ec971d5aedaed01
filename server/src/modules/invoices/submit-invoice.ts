import { command } from '#kernel/command.ts'
import { dayIn } from '#kernel/dates.ts'
import type { Tx } from '#kernel/db.ts'
import { decimalOf, money } from '#kernel/money.ts'
import { type Assignment, assignmentOf, holdAssignment } from '#modules/work/index.ts'
import * as contract from './contract.ts'
import { invoiceSubmitted } from './events.ts'
import { type Invoice, isMine, submit, viewOf } from './invoice.ts'
import { overCap } from './problems.ts'
import { invoicedOn, lockInvoice, saveInvoice } from './store.ts'

/**
 * Contractors date an invoice by their own calendar: in Lisbon it is tomorrow already while an organization in Portland
 * is asleep. A day is in the future only when it has begun nowhere on Earth.
 */
const earliestZone = 'Pacific/Kiritimati'

export const submitInvoice = command(contract.submitInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: isMine,
  run: async (work, draft, { invoiceId }) => {
    const { tx, actor, now } = work
    const invoice = submit(draft, actor.personId, { today: dayIn(earliestZone, now), now })
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
const mostOn = ({ cap, pricing, price }: Assignment) => cap ?? (pricing === 'fixed' ? price : undefined)

const holdCap = async (tx: Tx, { id, assignmentId, net }: Invoice): Promise<void> => {
  if (!mostOn(await assignmentOf(tx, assignmentId))) return
  // Held until the commit: of two submissions at once, the second adds up when the first is among what was invoiced.
  const most = mostOn(await holdAssignment(tx, assignmentId))
  if (!most) return
  const left = money(most.minor - (await invoicedOn(tx, assignmentId, id)), most.currency)
  if (net.minor <= left.minor) return
  const detail = `Of ${decimalOf(most)} ${most.currency} there is ${decimalOf(left)} left to invoice.`
  throw overCap({ errors: [{ pointer: '#/lines', detail }] })
}

import { command } from '#kernel/command.ts'
import { dayIn } from '#kernel/dates.ts'
import { holdLetters } from '#kernel/documents/hold-letters.ts'
import { holdCap } from './cap.ts'
import * as contract from './contract.ts'
import { invoiceSubmitted } from './events.ts'
import { type Invoice, isMine, submit, viewOf } from './invoice.ts'
import { lockInvoice, saveInvoice } from './store.ts'

/**
 * Contractors date an invoice by their own calendar: in Lisbon it is tomorrow already while an organization in Portland
 * is asleep. A day is in the future only when it has begun nowhere on Earth.
 */
const earliestZone = 'Pacific/Kiritimati'

export const submitInvoice = command(contract.submitInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: isMine,
  prepare: ({ documents }, draft) => holdLetters(documents, writtenIn(draft)),
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

/** What the contractor wrote and the document shows. */
const writtenIn = ({ number, note, lines }: Invoice): Readonly<Record<string, string>> => ({
  number,
  note: note ?? '',
  ...Object.fromEntries(lines.map(({ description }, index) => [`lines/${index}/description`, description])),
})

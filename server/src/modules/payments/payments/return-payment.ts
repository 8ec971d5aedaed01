import { command } from '#kernel/command.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { alsoOfInvoices, paymentReturned } from '#modules/payments/events.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { postEntries } from '#modules/payments/ledger/store.ts'
import * as ledger from '#modules/payments/ledger.ts'
import { holdReconciler, mayReconcile } from '#modules/payments/pay-runs/pay-run.ts'
import { holdDay } from './book-settlement.ts'
import { bookedAs } from './booked-as.ts'
import * as contract from './contract.ts'
import { finishRun } from './finish-run.ts'
import { aboutPayment, giveBack, viewOfPayment } from './payment.ts'
import { meaningOf } from './return-codes.ts'
import { holdPayment } from './settle-payment.ts'
import { markReturned, paymentOf } from './store.ts'

/** It is owed again, and nothing retries it: the account it came back from is held until it, or another one, is confirmed. */
export const returnPayment = command(contract.returnPayment)({
  load: holdPayment,
  allow: mayReconcile,
  run: async (work, { run, payment }, { paymentId, returnedOn, code, reason: given }) => {
    const { tx, actor, now, newId } = work
    holdReconciler(run, actor.personId)
    await holdDay(work, returnedOn, '#/returnedOn')
    const reason = given || meaningOf(code)
    const returned = giveBack(payment, { returnedOn, code, reason })
    await markReturned(tx, returned, now)
    const after = payment.status === 'settled' ? 'settled' : 'sent'
    const entry = ledger.paymentReturned({ id: newId(LedgerEntryId), ...bookedAs(payment), after })
    await postEntries(tx, [{ kind: 'payment_returned', subjectId: paymentId, entry }], now)
    const about = aboutPayment(payment)
    await markInvoices(work, about.invoiceIds, 'payment_returned')
    const done = await finishRun(work, run.id)
    const event = alsoOfInvoices(paymentReturned({ ...about, returnedOn, code, reason }), about.invoiceIds)
    return { result: viewOfPayment(await paymentOf(tx, paymentId), actor), events: [event, ...done] }
  },
})

import { command, type Work } from '#kernel/command.ts'
import { dayIn, type PlainDate } from '#kernel/dates.ts'
import { invalidInput } from '#kernel/problem.ts'
import { markInvoices } from '#modules/invoices/index.ts'
import { type LegalEntity, legalEntityOf, organizationOf } from '#modules/organizations/index.ts'
import { federalReserve, isBankingDay, target } from '#modules/payments/banking-calendar.ts'
import { runPrepared } from '#modules/payments/events.ts'
import { holdSources } from '#modules/payments/holds/hold-sources.ts'
import { PaymentId, PayRunId } from '#modules/payments/ids.ts'
import { nothingToPay, wrongBankAccount } from '#modules/payments/problems.ts'
import * as contract from './contract.ts'
import { paymentsFor, sift } from './gather.ts'
import { insertLeftOut } from './left-out-store.ts'
import { mayPrepare, totalsOfRun } from './pay-run.ts'
import { insertPayments, pickDue } from './pick-store.ts'
import { namedRunView } from './run-view.ts'
import { insertPayRun, recountRun, takeRunNumber } from './store.ts'

export const preparePayRun = command(contract.preparePayRun)({
  load: ({ tx }, { legalEntityId }) => legalEntityOf(tx, legalEntityId),
  allow: mayPrepare,
  run: async (work, entity, { legalEntityId, currency, payOn, method }) => {
    const { tx, actor, now, newId } = work
    holdMethod(entity, method, currency)
    await holdPayDay(work, payOn, method)
    const sources = await holdSources(work)
    const picked = await pickDue(tx, sources, { legalEntityId, currency, payOn })
    const { free, held } = sift(picked, { sources, method })
    // Of those we hold, the ones made void in this very moment do not come along.
    const inRun = await markInvoices(
      work,
      free.map(({ invoiceId }) => invoiceId),
      'in_run',
    )
    const chosen = free.filter(({ invoiceId }) => inRun.has(invoiceId))
    if (chosen.length === 0) throw nothingToPay({ held: held.length })
    const id = newId(PayRunId)
    const number = await takeRunNumber(tx)
    const preparedBy = actor.personId
    await insertPayRun(tx, { id, number, legalEntityId, currency, method, payOn, preparedBy, now })
    const payments = paymentsFor(chosen, { newId: () => newId(PaymentId), runNumber: number })
    await insertPayments(tx, payments, { payRunId: id, currency, now })
    await insertLeftOut(tx, held, { payRunId: id, atStep: 'prepared', now })
    const run = await recountRun(tx, id)
    return {
      result: await namedRunView(work, run),
      events: [runPrepared({ ...totalsOfRun(run), payOn, leftOut: held.length })],
    }
  },
})

const holdMethod = ({ account }: LegalEntity, method: contract.PayMethod, currency: string): void => {
  if (account?.kind !== (method === 'nacha' ? 'us' : 'iban')) throw wrongBankAccount({ payMethod: method })
  if (method === 'nacha' && currency !== 'USD')
    throw invalidInput({ errors: [{ pointer: '#/currency', detail: 'ACH moves dollars only.' }] })
}

const holdPayDay = async ({ tx, now }: Work, payOn: PlainDate, method: contract.PayMethod): Promise<void> => {
  const { timeZone } = await organizationOf(tx)
  const calendar = method === 'nacha' ? federalReserve : target
  if (payOn < dayIn(timeZone, now))
    throw invalidInput({ errors: [{ pointer: '#/payOn', detail: 'This day is over.' }] })
  if (!isBankingDay(payOn, calendar))
    throw invalidInput({
      errors: [{ pointer: '#/payOn', detail: `Banks do not move money on this day (${calendar.name}).` }],
    })
}

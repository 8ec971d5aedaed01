import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { verifyPayoutMethod, viewPayee } from '#modules/payees/contract.ts'
import { preparePayRun, settlePayRun, viewPayRun } from '#modules/payments/pay-runs/contract.ts'
import { viewMyPayability } from '#modules/payments/payability/contract.ts'
import {
  allDue,
  balancesOf,
  booksOf,
  hired,
  owed,
  type Payer,
  payer,
  payOn,
  payoutTo,
  prepared,
  released,
  statusOf,
  untilDue,
  usAccount,
} from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listPayments, type PaymentRow, returnPayment, settlePayment, viewPayment } from './contract.ts'

let w: World
let northwind: Payer
let lee: Actor
let ruth: Actor
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
})
beforeEach(async () => {
  northwind = await payer(w)
  lee = w.member('finance')
  ruth = w.member('releaser')
})
afterAll(() => w.close())

const sent = async (...people: Awaited<ReturnType<typeof hired>>[]) => {
  const invoices = []
  for (const person of people) invoices.push(await owed(w, person, '100.00'))
  await allDue(w)
  const run = await released(w, northwind, { lee, ruth })
  const { items } = await w.done(listPayments, lee, { payRunId: run.id })
  const payments = people.map((person) => items.find((each) => each.contractorId === person.contractorId)!)
  return { run, payments, invoices }
}
const settled = ({ id: paymentId, version }: PaymentRow, settledOn = '2026-12-17') => ({
  paymentId,
  version,
  settledOn,
})
const returned = ({ id: paymentId, version }: PaymentRow, code = 'R03') => ({
  paymentId,
  version,
  returnedOn: '2026-12-17',
  code,
})

describe('refused', () => {
  test('a payment that is not with the bank, a day to come, a code that is none, an older version', async () => {
    const person = await hired(w, northwind)
    await owed(w, person, '10.00')
    await allDue(w)
    const run = await prepared(w, northwind, lee)
    const [payment] = (await w.done(listPayments, lee, { payRunId: run.id })).items

    expect((await w.ask(settlePayment, lee, settled(payment!))).body).toMatchObject({
      type: '/problems/payment-cannot-move',
    })
    expect((await w.ask(returnPayment, lee, returned(payment!))).body).toMatchObject({
      type: '/problems/payment-cannot-move',
    })
    expect((await w.ask(settlePayment, lee, settled(payment!, '2027-03-01'))).body).toMatchObject({
      errors: [{ pointer: '#/settledOn' }],
    })
    expect((await w.ask(returnPayment, lee, returned(payment!, 'closed account'))).body).toMatchObject({
      errors: [{ pointer: '#/code' }],
    })
    expect((await w.ask(settlePayment, lee, { ...settled(payment!), version: 9 })).body).toMatchObject({
      type: '/problems/stale',
    })
    expect((await w.ask(settlePayment, ruth, settled(payment!))).status).toBe(403)
  })

  test('whoever released a run does not say how it ended', async () => {
    ruth = w.member('owner')
    const { payments, run } = await sent(await hired(w, northwind))

    const { version } = run
    const answers = [
      await w.ask(settlePayment, ruth, settled(payments[0]!)),
      await w.ask(returnPayment, ruth, returned(payments[0]!)),
      await w.ask(settlePayRun, ruth, { payRunId: run.id, version, settledOn: '2026-12-17' }),
    ]

    for (const { body } of answers) expect(body).toMatchObject({ type: '/problems/released-by-you' })
  })

  test('a payment that came back neither settles nor comes back again', async () => {
    const { payments } = await sent(await hired(w, northwind))
    const back = await w.done(returnPayment, lee, returned(payments[0]!))

    expect((await w.ask(settlePayment, lee, settled(back))).status).toBe(409)
    expect((await w.ask(returnPayment, lee, returned(back))).status).toBe(409)
    expect(back.can).toEqual({ settle: false, return: false })
  })
})

test('what came back is owed again, the account is held, and nothing retries it', async () => {
  const priya = await hired(w, northwind)
  const { payments, invoices, run } = await sent(priya)
  const invoiceId = invoices[0]!.id

  const back = await w.done(returnPayment, lee, returned(payments[0]!))

  expect(back).toMatchObject({
    status: 'returned',
    returnCode: 'R03',
    reason: 'There is no such account in this name.',
  })
  expect(await w.done(viewPayRun, lee, { payRunId: run.id })).toMatchObject({
    status: 'partially_returned',
    returned: 1,
  })
  expect(await statusOf(w, invoiceId)).toBe('payment_returned')
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({ expense: 10_000, payable: -10_000, clearing: 0 })
  const { blockers, steps } = await w.done(viewMyPayability, priya.actor, { invoiceId })
  expect(blockers).toMatchObject([
    { code: 'payments.account-returned', owner: 'contractor', clears: { path: '/portal/payout' } },
  ])
  expect(steps.find(({ state }) => state === 'here')?.step).toBe('in_run')
  const { legalEntityId } = northwind
  const next = { legalEntityId, currency: 'USD', payOn, method: 'nacha' }
  expect((await w.ask(preparePayRun, lee, next)).body).toMatchObject({ type: '/problems/nothing-to-pay', held: 1 })
})

test('another account that was confirmed and waited is paid by another payment', async () => {
  const priya = await hired(w, northwind)
  const { payments, invoices } = await sent(priya)
  await w.done(returnPayment, lee, returned(payments[0]!))
  await payoutTo(w, priya.actor, usAccount('31415926'))
  await w.sql(`update payout_methods set status = 'superseded' where status = 'active' and payee_id = $1`, [
    payments[0]!.payeeId,
  ])
  await w.sql(`update payout_methods set status = 'active' where status = 'cooling_off' and payee_id = $1`, [
    payments[0]!.payeeId,
  ])

  const run = await released(w, northwind, { lee, ruth })

  const [again] = (await w.done(listPayments, lee, { payRunId: run.id })).items
  expect(again).toMatchObject({ status: 'sent', accountLast4: '5926', invoices: [{ invoiceId: invoices[0]!.id }] })
  expect(again!.id).not.toBe(payments[0]!.id)
  expect(await statusOf(w, invoices[0]!.id)).toBe('sent')
  const { items } = await w.done(listPayments, lee, { contractorId: priya.contractorId })
  expect(items.map(({ status }) => status)).toEqual(['sent', 'returned'])
  expect(await booksOf(w)).toEqual([])
})

describe('an account that was only frozen for a while', () => {
  const cameBack = async () => {
    const priya = await hired(w, northwind)
    const { payments, invoices } = await sent(priya)
    await w.done(returnPayment, lee, returned(payments[0]!, 'R16'))
    w.advance(1_000)
    const { payee } = await w.done(viewPayee, lee, { contractorId: priya.contractorId })
    const { id: payoutMethodId, version } = payee!.payoutMethods[0]!
    const how = 'Called Priya on the number on file; the bank has lifted the block.'
    return { priya, invoiceId: invoices[0]!.id, ask: { payoutMethodId, version, how } }
  }
  const codesFor = async (actor: Actor, invoiceId: InvoiceId) =>
    (await w.done(viewMyPayability, actor, { invoiceId })).blockers.map(({ code }) => code)

  test('is not confirmed again by the contractor, nor without a fresh proof of who asks', async () => {
    const { priya, invoiceId, ask } = await cameBack()

    expect((await w.ask(verifyPayoutMethod, { ...lee, personId: priya.actor.personId }, ask)).body).toMatchObject({
      type: '/problems/own-payout-method',
    })
    const { confirmedAt: _, ...stale } = lee
    expect((await w.ask(verifyPayoutMethod, stale, ask)).body).toMatchObject({ type: '/problems/step-up-required' })
    expect(await codesFor(priya.actor, invoiceId)).toEqual(['payments.account-returned'])
  })

  test('is paid to again once a second person has confirmed it, and held again when money comes back again', async () => {
    const { priya, invoiceId, ask } = await cameBack()

    const confirmed = await w.done(verifyPayoutMethod, lee, ask)

    expect(confirmed).toMatchObject({ status: 'active', verifiedBy: lee.personId, verifiedHow: ask.how })
    expect(await codesFor(priya.actor, invoiceId)).toEqual([])
    const run = await released(w, northwind, { lee, ruth })
    const [again] = (await w.done(listPayments, lee, { payRunId: run.id })).items
    expect(again).toMatchObject({ status: 'sent', invoices: [{ invoiceId }] })
    await w.done(returnPayment, lee, returned(again!, 'R16'))
    expect(await codesFor(priya.actor, invoiceId)).toEqual(['payments.account-returned'])
  })
})

test('a run is done when the last payment is; one that comes back late changes what it was', async () => {
  const { payments, run } = await sent(await hired(w, northwind), await hired(w, northwind))
  const stateOf = async () => (await w.done(viewPayRun, lee, { payRunId: run.id })).status

  const first = await w.done(settlePayment, lee, settled(payments[0]!))
  const between = await stateOf()
  await w.done(settlePayment, lee, settled(payments[1]!))
  const done = await stateOf()
  await w.done(returnPayment, lee, returned(first, 'AC04'))

  expect([between, done, await stateOf()]).toEqual(['exported', 'settled', 'partially_returned'])
  expect(await w.done(viewPayment, lee, { paymentId: first.id })).toMatchObject({ reason: 'The account is closed.' })
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({
    expense: 20_000,
    payable: -10_000,
    clearing: 0,
    bank: -10_000,
  })
})

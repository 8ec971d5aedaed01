import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { stepsOf } from '#kernel/states.ts'
import { payableTransitions } from '#modules/payments/payables/payable.ts'
import { listPayments } from '#modules/payments/payments/contract.ts'
import { paymentTransitions } from '#modules/payments/payments/payment.ts'
import {
  allDue,
  approved,
  booksOf,
  hired,
  locked,
  owed,
  type Payer,
  payer,
  payOn,
  prepared,
  untilDue,
} from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  acknowledgePayRun,
  approvePayRun,
  cancelPayRun,
  downloadBankFile,
  listPayRuns,
  lockPayRun,
  type PayRunView,
  preparePayRun,
  releasePayRun,
  removeFromPayRun,
  settlePayRun,
  viewPayRun,
} from './contract.ts'
import { payRunTransitions } from './pay-run.ts'

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

const one = async () => owed(w, await hired(w, northwind))
const duePayable = async () => {
  await one()
  await allDue(w)
}
const asking = (changes: object = {}) => ({
  legalEntityId: northwind.legalEntityId,
  currency: 'USD',
  payOn,
  method: 'nacha',
  ...changes,
})
const at = ({ id: payRunId, version }: PayRunView) => ({ payRunId, version })

describe('a run is not prepared', () => {
  test.each([
    ['on a day that is over', { payOn: '2026-12-16' }, '#/payOn'],
    ['on a Sunday', { payOn: '2026-12-20' }, '#/payOn'],
    ['on Christmas Day', { payOn: '2026-12-25' }, '#/payOn'],
    ['in euros by ACH', { currency: 'EUR' }, '#/currency'],
  ])('%s', async (_, changes, pointer) => {
    const { status, body } = await w.ask(preparePayRun, lee, asking(changes))

    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: [{ pointer }] })
  })

  test('as a file that the account of the legal entity cannot pay', async () => {
    expect((await w.ask(preparePayRun, lee, asking({ method: 'pain001' }))).body).toMatchObject({
      type: '/problems/pay-run-wrong-bank-account',
    })
  })

  test('when nothing is due or everything is held', async () => {
    await owed(w, await hired(w, northwind, { without: ['w9'] }))
    await allDue(w)

    const { body } = await w.ask(preparePayRun, lee, asking())

    expect(body).toMatchObject({ type: '/problems/nothing-to-pay', held: 1 })
    expect((await w.done(listPayRuns, lee, { legalEntityId: northwind.legalEntityId })).items).toEqual([])
  })

  test.each(['manager', 'approver', 'releaser', 'admin', 'auditor', 'legal'] as const)('by a %s', async (role) => {
    expect((await w.ask(preparePayRun, w.member(role), asking())).status).toBe(403)
  })

  test('by somebody who is limited to departments, who does not see runs either', async () => {
    const limited = { ...lee, departmentIds: [northwind.departmentId] }

    expect((await w.ask(preparePayRun, limited, asking())).status).toBe(403)
    expect((await w.ask(listPayRuns, limited, {})).status).toBe(403)
    expect((await w.ask(listPayments, w.member('manager'), {})).status).toBe(403)
  })
})

describe('a run is not approved or released', () => {
  test('by whoever prepared it, even as an owner', async () => {
    await duePayable()
    const maya = w.member('owner')
    const run = await locked(w, northwind, maya)

    const refused = await w.ask(approvePayRun, maya, at(run))
    const approvedByRuth = await w.done(approvePayRun, ruth, at(run))
    const notReleased = await w.ask(releasePayRun, maya, at(approvedByRuth))

    expect(refused.body).toMatchObject({ type: '/problems/own-pay-run' })
    expect(notReleased.body).toMatchObject({ type: '/problems/own-pay-run' })
    await expect(w.sql('update pay_runs set approved_by = prepared_by where id = $1', [run.id])).rejects.toThrow(
      'a_second_person_approves',
    )
  })

  test('by whoever approved an invoice in it, whose numbers are named', async () => {
    const dana = w.member('owner')
    const { number } = await owed(w, await hired(w, northwind), '10.00', dana)
    await allDue(w)
    const run = await locked(w, northwind, lee)

    const refused = await w.ask(approvePayRun, dana, at(run))
    const approvedByRuth = await w.done(approvePayRun, ruth, at(run))
    const notReleased = await w.ask(releasePayRun, dana, at(approvedByRuth))

    expect(refused.body).toMatchObject({
      type: '/problems/own-invoices-in-pay-run',
      invoiceNumbers: [number],
      errors: [{ detail: `You approved ${number}.` }],
    })
    expect(notReleased.body).toMatchObject({ type: '/problems/own-invoices-in-pay-run' })
  })

  test('by finance, by a key, or long after signing in', async () => {
    await duePayable()
    const run = await locked(w, northwind, lee)
    const { confirmedAt: _, ...longAgo } = ruth

    expect((await w.ask(approvePayRun, w.member('finance'), at(run))).status).toBe(403)
    expect((await w.ask(approvePayRun, { ...ruth, via: 'key' }, at(run))).status).toBe(403)
    expect((await w.ask(approvePayRun, longAgo, at(run))).body).toMatchObject({ type: '/problems/step-up-required' })
  })

  test('in another order than open, locked, approved, released', async () => {
    await duePayable()
    const open = await prepared(w, northwind, lee)

    expect((await w.ask(approvePayRun, ruth, at(open))).body).toMatchObject({ type: '/problems/pay-run-cannot-move' })
    expect((await w.ask(releasePayRun, ruth, at(open))).body).toMatchObject({ type: '/problems/pay-run-cannot-move' })
    expect((await w.ask(acknowledgePayRun, lee, at(open))).body).toMatchObject({
      type: '/problems/pay-run-cannot-move',
    })
    expect((await w.ask(settlePayRun, lee, { ...at(open), settledOn: payOn })).status).toBe(422)
    expect((await w.ask(downloadBankFile, ruth, { payRunId: open.id })).body).toMatchObject({
      type: '/problems/no-bank-file',
    })
    await w.done(lockPayRun, lee, at(open))
    expect((await w.ask(lockPayRun, lee, at(open))).body).toMatchObject({ type: '/problems/stale' })
  })

  test('when it is no longer what was locked', async () => {
    await duePayable()
    const run = await locked(w, northwind, lee)
    await w.sql(`update payments set payout_method_version = payout_method_version + 1 where pay_run_id = $1`, [
      run.id,
    ])

    expect((await w.ask(approvePayRun, ruth, at(run))).body).toMatchObject({ type: '/problems/pay-run-changed' })
  })

  test('after its pay day', async () => {
    await duePayable()
    const run = await approved(w, northwind, { lee, ruth })
    w.advance(8 * 24 * 3_600_000)

    const { body } = await w.ask(releasePayRun, { ...ruth, confirmedAt: w.now() }, at(run))
    w.advance(-8 * 24 * 3_600_000)

    expect(body).toMatchObject({ type: '/problems/pay-day-over' })
    expect(await w.done(viewPayRun, ruth, { payRunId: run.id })).toMatchObject({ status: 'approved', file: null })
  })
})

test('nothing is taken out of a run that is locked, nor what is not in it', async () => {
  const { id } = await one()
  await allDue(w)
  const elsewhere = await payer(w)
  const other = await owed(w, await hired(w, elsewhere))
  const open = await prepared(w, northwind, lee)
  const remove = { ...at(open), reason: 'Not now' }

  const foreign = await w.ask(removeFromPayRun, lee, { ...remove, invoiceIds: [other.id] })
  const some = await w.ask(removeFromPayRun, lee, { ...remove, invoiceIds: [id, other.id] })
  const run = await w.done(lockPayRun, lee, at(open))
  const late = await w.ask(removeFromPayRun, lee, { ...remove, version: run.version, invoiceIds: [id] })

  expect(foreign.body).toMatchObject({ type: '/problems/not-in-pay-run' })
  expect(some.body).toMatchObject({ type: '/problems/not-in-pay-run' })
  expect(late.body).toMatchObject({ type: '/problems/pay-run-is-fixed' })
})

test('a cancelled run frees everything in it for the next', async () => {
  await duePayable()
  const run = await approved(w, northwind, { lee, ruth })

  const cancelled = await w.done(cancelPayRun, lee, { ...at(run), reason: 'Wrong day' })
  const again = await prepared(w, northwind, lee)

  expect(cancelled).toMatchObject({ status: 'cancelled', reason: 'Wrong day' })
  expect(again).toMatchObject({ payments: 1, number: run.number + 1 })
  expect((await w.ask(cancelPayRun, lee, { ...at(cancelled), reason: 'Again' })).body).toMatchObject({
    type: '/problems/pay-run-cannot-move',
  })
  expect(await booksOf(w)).toEqual([])
})

test.each([
  ['pay_runs', stepsOf(payRunTransitions)],
  ['payments', stepsOf(paymentTransitions)],
  ['payables', stepsOf(payableTransitions)],
])('the database holds the same steps for %s as the rules', async (table, steps) => {
  const rows = await w.sql(`select from_state || '>' || to_state as step from legal_transitions where object = $1`, [
    table,
  ])

  expect(rows.map(({ step }) => step).sort()).toEqual(steps)
})

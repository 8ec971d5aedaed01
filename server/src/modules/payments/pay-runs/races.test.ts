import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { type InvoiceId, viewInvoice, voidInvoice } from '#modules/invoices/contract.ts'
import * as ledger from '#modules/payments/ledger.ts'
import { listPayments, type PaymentRow, returnPayment, settlePayment } from '#modules/payments/payments/contract.ts'
import {
  allDue,
  balancesOf,
  booksOf,
  type Hired,
  hired,
  owed,
  payer,
  payOn,
  released,
  untilDue,
} from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  approvePayRun,
  cancelPayRun,
  listPayRuns,
  lockPayRun,
  type PayRunView,
  preparePayRun,
  releasePayRun,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
})
afterAll(() => w.close())

const at = ({ id: payRunId, version }: Pick<PayRunView, 'id' | 'version'>) => ({ payRunId, version })
const times = <Result>(count: number, run: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)))
const statuses = (answers: readonly Readonly<{ status: number }>[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]))

/** What is owed and stands in more than one payment that is under way or done. */
const paidTwice = () =>
  w.sql(`select l.payable_id from payment_lines l join payments t on t.id = l.payment_id
    where t.status in ('prepared', 'sent', 'settled') and l.is_live group by 1 having count(*) > 1`)

test('two hundred who prepare, approve and release at once pay everything once', { timeout: 120_000 }, async () => {
  const northwind = await payer(w)
  const people: Hired[] = []
  for (let each = 0; each < 4; each += 1) people.push(await hired(w, northwind))
  for (const person of people) for (const amount of ['10.00', '20.00', '30.00']) await owed(w, person, amount)
  await allDue(w)
  const [lee, ruth] = [w.member('finance'), w.member('releaser')]
  const { legalEntityId } = northwind
  const ask = { legalEntityId, currency: 'USD', payOn, method: 'nacha' }

  // The same key again and again, other keys, and none at all.
  const preparing = await times(80, (n) => w.ask(preparePayRun, lee, ask, n % 2 ? {} : { key: `prepare-${n % 10}` }))
  const runs = (await w.done(listPayRuns, lee, { legalEntityId })).items
  for (const run of runs) await w.done(lockPayRun, lee, { payRunId: run.id, version: 1 })
  const approving = await times(60, (n) =>
    w.ask(
      approvePayRun,
      ruth,
      { payRunId: runs[n % runs.length]!.id, version: 2 },
      n % 2 ? {} : { key: `approve-${n}` },
    ),
  )
  const releasing = await times(60, (n) =>
    w.ask(
      releasePayRun,
      ruth,
      { payRunId: runs[n % runs.length]!.id, version: 3 },
      n % 3 ? {} : { key: `release-${n}` },
    ),
  )

  const codes = [preparing, approving, releasing].map((answers) => Object.keys(statuses(answers)))
  for (const seen of codes) expect(seen.every((code) => ['200', '409'].includes(code))).toBe(true)
  expect(statuses(releasing)['200']).toBe(runs.length)
  expect(await paidTwice()).toEqual([])
  const [{ payments, minor }] = await w.sql(
    `select count(*)::int as payments, sum(amount_minor)::int as minor from payments where status = 'sent' and pay_run_id = any ($1)`,
    [runs.map(({ id }) => id)],
  )
  expect({ payments: payments >= 4, minor }).toEqual({ payments: true, minor: 4 * 6_000 })
  expect(await w.sql('select pay_run_id from bank_files group by 1 having count(*) > 1')).toEqual([])
  expect(await balancesOf(w, legalEntityId)).toEqual({ expense: 24_000, payable: 0, clearing: -24_000 })
  expect(await booksOf(w)).toEqual([])
})

test('a payment is settled or returned once, however many say so at once', async () => {
  const northwind = await payer(w)
  await owed(w, await hired(w, northwind))
  await allDue(w)
  const lee = w.member('finance')
  const run = await released(w, northwind, { lee, ruth: w.member('releaser') })
  const [payment] = (await w.done(listPayments, lee, { payRunId: run.id })).items
  const { id: paymentId, version } = payment!

  const answers = await times(40, (n) =>
    n % 2
      ? w.ask(settlePayment, lee, { paymentId, version, settledOn: '2026-12-17' })
      : w.ask(returnPayment, lee, { paymentId, version, returnedOn: '2026-12-17', code: 'R03' }),
  )

  expect(statuses(answers)).toEqual({ 200: 1, 409: 39 })
  expect(await booksOf(w)).toEqual([])
})

test('an invoice made void while runs are prepared is either void or paid, never both', {
  timeout: 60_000,
}, async () => {
  const northwind = await payer(w)
  const priya = await hired(w, northwind)
  const [lee, { legalEntityId }] = [w.member('finance'), northwind]
  for (let round = 0; round < 10; round += 1) {
    const { id: invoiceId } = await owed(w, priya, '10.00')
    await allDue(w)
    const { version } = await w.done(viewInvoice, lee, { invoiceId })
    const ask = { legalEntityId, currency: 'USD', payOn, method: 'nacha' }

    const [voided, gathered] = await Promise.all([
      w.ask(voidInvoice, lee, { invoiceId, version, reason: 'Sent twice' }),
      w.ask(preparePayRun, lee, ask),
    ])
    await w.deliver()

    expect([voided.status, gathered.status].filter((status) => status === 200)).toHaveLength(1)
    if (gathered.status === 200) await w.done(cancelPayRun, lee, { ...at(gathered.body), reason: 'For the test' })
    if (gathered.status === 200) {
      const again = await w.done(viewInvoice, lee, { invoiceId })
      await w.done(voidInvoice, lee, { invoiceId, version: again.version, reason: 'For the test' })
      await w.deliver()
    }
  }
  expect(await balancesOf(w, legalEntityId)).toEqual({ expense: 0, payable: 0 })
})

type Act = 'owe' | 'void' | 'pay' | 'settle' | 'return'
const anyActs = fc.array(fc.constantFrom<Act[]>('owe', 'owe', 'void', 'pay', 'settle', 'return'), {
  minLength: 4,
  maxLength: 9,
})

test('after any acts the books say what the pure ledger says', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyActs, fc.integer({ min: 1, max: 99_999 }), async (acts, minor) => {
      const model = await start(minor)
      for (const act of ['owe', ...acts] as const) {
        await model[act]()
        expect(await balancesOf(w, model.legalEntityId)).toEqual(model.balances())
      }
      expect(await booksOf(w)).toEqual([])
    }),
    { numRuns: 6 },
  )
})

/** Does each act by the commands and, beside them, in the pure ledger. What cannot be done now is left. */
const start = async (minor: number) => {
  const northwind = await payer(w)
  const { legalEntityId } = northwind
  const [lee, ruth] = [w.member('finance'), w.member('releaser')]
  const amount = (minor / 100).toFixed(2)
  const entries: ledger.Entry[] = []
  const open: InvoiceId[] = []
  const underWay: PaymentRow[] = []
  let next = 0
  const act = () => {
    next += 1
    const payeeId = 'payee'
    return {
      id: `e${next}`,
      legalEntityId,
      payeeId,
      bankAccountId: legalEntityId,
      amount: money(BigInt(minor), 'USD'),
    }
  }
  return {
    legalEntityId,
    balances: () => {
      const found = new Map<string, number>()
      for (const { postings } of entries)
        for (const { account, amount: posted } of postings)
          found.set(account.kind, (found.get(account.kind) ?? 0) + Number(posted.minor))
      return Object.fromEntries(found)
    },
    owe: async () => {
      open.push((await owed(w, await hired(w, northwind), amount)).id)
      entries.push(ledger.invoiceApproved(act()))
    },
    void: async () => {
      const invoiceId = open.pop()
      if (!invoiceId) return
      const { version } = await w.done(viewInvoice, lee, { invoiceId })
      await w.done(voidInvoice, lee, { invoiceId, version, reason: 'For the test' })
      await w.deliver()
      entries.push(ledger.reverse(ledger.invoiceApproved(act()), `r${next}`))
    },
    pay: async () => {
      if (open.length === 0) return
      await allDue(w)
      const run = await released(w, northwind, { lee, ruth })
      const { items } = await w.done(listPayments, lee, { payRunId: run.id })
      for (const payment of items) {
        entries.push(ledger.paymentSent(act()))
        underWay.push(payment)
      }
      open.length = 0
    },
    settle: async () => {
      const payment = underWay.find(({ status }) => status === 'sent')
      if (!payment) return
      const { id: paymentId, version } = payment
      const settled = await w.done(settlePayment, lee, { paymentId, version, settledOn: '2026-12-17' })
      underWay[underWay.indexOf(payment)] = settled
      entries.push(ledger.paymentSettled(act()))
    },
    return: async () => {
      const payment = underWay.pop()
      if (!payment) return
      const { id: paymentId, version } = payment
      await w.done(returnPayment, lee, { paymentId, version, returnedOn: '2026-12-17', code: 'R02' })
      entries.push(ledger.paymentReturned({ ...act(), after: payment.status === 'settled' ? 'settled' : 'sent' }))
    },
  }
}

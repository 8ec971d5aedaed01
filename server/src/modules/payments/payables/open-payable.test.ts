import { afterAll, beforeAll, expect, test } from 'vitest'
import { listInvoices, viewInvoice, voidInvoice } from '#modules/invoices/contract.ts'
import { listLedgerBalances, listLedgerEntries } from '#modules/payments/ledger/contract.ts'
import { changePaymentSchedule, viewPaymentSchedule } from '#modules/payments/schedules/contract.ts'
import { balancesOf, booksOf, hired, owed, payer, statusOf, submitted } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listPayables, sumPayables } from './contract.ts'
import { openPayable } from './open-payable.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

test('an invoice that is not approved is not owed', async () => {
  const northwind = await payer(w)
  const { id } = await submitted(w, await hired(w, northwind))

  await w.deliver()

  expect(await statusOf(w, id)).toBe('submitted')
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({})
})

test('what was made void before its turn is never owed', async () => {
  const { id: invoiceId } = await submitted(w, await hired(w, await payer(w)))

  expect(await w.work(w.member(), (work) => openPayable(work, invoiceId))).toEqual([])
})

test('an approved invoice is owed once, has a banking day 30 days on, and stands in the books', async () => {
  const northwind = await payer(w)
  const priya = await hired(w, northwind)

  const { id: invoiceId, number } = await owed(w, priya)
  await w.work(w.member(), (work) => openPayable(work, invoiceId))

  const [payable, ...others] = (await w.done(listPayables, w.member('finance'), only(northwind))).items
  expect(others).toEqual([])
  expect(payable).toMatchObject({ invoiceId, dueOn: '2026-12-16', runOn: '2026-12-16', status: 'open', holds: [] })
  expect(await statusOf(w, invoiceId)).toBe('scheduled')
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({ expense: 125_000, payable: -125_000 })
  const [entry, ...more] = (await w.done(listLedgerEntries, w.member('auditor'), { subjectId: invoiceId })).items
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    kind: 'invoice_approved',
    postings: [
      { kind: 'expense', ownerId: northwind.legalEntityId, amount: { minor: 125_000n } },
      { kind: 'payable', ownerId: priya.contractorId, amount: { minor: -125_000n } },
    ],
  })
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({
      name: 'payments.payable-opened',
      data: expect.objectContaining({ invoiceId, number, dueOn: '2026-12-16' }),
    }),
  )
})

test('a void takes the debt out of the books by an entry that reverses the first', async () => {
  const northwind = await payer(w)
  const { id: invoiceId } = await owed(w, await hired(w, northwind))
  const { version } = await w.done(viewInvoice, w.member('finance'), { invoiceId })

  await w.done(voidInvoice, w.member('finance'), { invoiceId, version, reason: 'Sent twice' })
  await w.deliver()

  const { items } = await w.done(listLedgerEntries, w.member('auditor'), { subjectId: invoiceId })
  expect(items.map(({ kind, reverses }) => [kind, reverses])).toEqual([
    ['invoice_voided', items[1]?.id],
    ['invoice_approved', null],
  ])
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({ expense: 0, payable: 0 })
  expect((await w.done(listPayables, w.member('finance'), only(northwind))).items).toEqual([])
  expect(await booksOf(w)).toEqual([])
})

test('a schedule is changed by finance, by version, and counts for what is approved after', async () => {
  const northwind = await payer(w)
  const { legalEntityId } = northwind
  const priya = await hired(w, northwind)
  await owed(w, priya)
  const usual = await w.done(viewPaymentSchedule, w.member('manager'), { legalEntityId })
  const fridays = {
    legalEntityId,
    version: 0,
    rule: { kind: 'weekly', weekday: 5 },
    cutOffBankingDays: 1,
    calendar: 'us-federal-reserve',
  }

  const refused = await w.ask(changePaymentSchedule, w.member('manager'), fridays)
  const changed = await w.done(changePaymentSchedule, w.member('finance'), fridays)
  const stale = await w.ask(changePaymentSchedule, w.member('finance'), fridays)
  await owed(w, priya)

  expect(usual).toMatchObject({ version: 0, rule: { kind: 'days_after_approval', days: 30 }, can: { change: false } })
  expect([refused.status, stale.status]).toEqual([403, 409])
  expect(changed).toMatchObject({ version: 1, rule: fridays.rule, can: { change: true } })
  const { items } = await w.done(listPayables, w.member('finance'), only(northwind))
  expect(items.map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-12-16'])
})

test('euros fall due on the days of TARGET', async () => {
  const northwind = await payer(w, { currency: 'EUR' })

  await owed(w, await hired(w, northwind))

  const { items } = await w.done(listPayables, w.member('finance'), only(northwind))
  expect(items).toMatchObject([{ amount: { currency: 'EUR' }, dueOn: '2026-12-16', holds: [] }])
})

test('managers, keys of nobody and members of one department read no books', async () => {
  const finance = { ...w.member('finance'), departmentIds: [] }

  const asked = [
    await w.ask(listLedgerEntries, w.member('manager'), {}),
    await w.ask(listLedgerBalances, w.member('releaser'), {}),
    await w.ask(listLedgerBalances, finance, {}),
    await w.ask(listPayables, w.member('manager'), {}),
  ]

  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await w.done(listPayables, finance, {})).items).toEqual([])
  expect((await w.done(listInvoices, finance, {})).items).toEqual([])
})

test('what is owed by a day is told by legal entity, with what is held back', async () => {
  const northwind = await payer(w)
  await owed(w, await hired(w, northwind), '100.00')
  await owed(w, await hired(w, northwind, { without: ['account'] }), '50.00')

  const sums = async (dueBy: string) =>
    (await w.done(sumPayables, w.member('finance'), { dueBy })).items.find(
      ({ legalEntityId }) => legalEntityId === northwind.legalEntityId,
    )

  expect(await sums('2026-12-15')).toMatchObject({
    due: { count: 0 },
    later: { count: 2, total: { minor: 15_000n } },
  })
  expect(await sums('2026-12-16')).toMatchObject({
    due: { count: 1, total: { minor: 10_000n } },
    held: { count: 1, total: { minor: 5_000n } },
    nextDueOn: '2026-12-16',
  })
})

test('lists go on where the page before ended', async () => {
  const northwind = await payer(w)
  const priya = await hired(w, northwind)
  for (const amount of ['1.00', '2.00', '3.00']) await owed(w, priya, amount)
  const finance = w.member('finance')

  const first = await w.done(listPayables, finance, { ...only(northwind), limit: 2 })
  const second = await w.done(listPayables, finance, { ...only(northwind), limit: 2, after: first.next })
  const entries = await w.done(listLedgerEntries, finance, { legalEntityId: northwind.legalEntityId, limit: 2 })
  const rest = await w.done(listLedgerEntries, finance, {
    legalEntityId: northwind.legalEntityId,
    kind: 'payable',
    after: entries.next,
  })
  const balances = await w.done(listLedgerBalances, finance, { legalEntityId: northwind.legalEntityId, limit: 1 })
  const further = await w.done(listLedgerBalances, finance, {
    legalEntityId: northwind.legalEntityId,
    after: balances.next,
  })

  expect([...first.items, ...second.items].map(({ amount }) => amount.minor)).toEqual([100n, 200n, 300n])
  expect(second.next).toBeNull()
  expect([entries.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
  expect([...balances.items, ...further.items]).toMatchObject([
    { kind: 'expense', balance: { minor: 600n } },
    { kind: 'payable', ownerName: priya.displayName, balance: { minor: -600n } },
  ])
})

const only = ({ legalEntityId }: Readonly<{ legalEntityId: string }>) => ({ legalEntityId })

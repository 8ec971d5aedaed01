import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { PlainDate } from '#kernel/dates.ts'
import type { Money } from '#kernel/money.ts'
import { approveInvoice, draftInvoice, submitInvoice, voidInvoice } from '#modules/invoices/contract.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { exportSpend, SpendCell, viewSpend } from './contract.ts'
import { spendDifferences } from './index.ts'
import { monthsOf } from './period.ts'
import { spendFor } from './store.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

type At = Awaited<ReturnType<typeof contractorAtWork>>
let count = 0

const approved = async ({ actor, assignmentId }: At, unitPrice: string, issuedOn = '2026-11-10') => {
  count += 1
  const lines = [{ description: 'Work', quantity: '1', unitPrice }]
  const drafted = await w.done(draftInvoice, actor, { assignmentId, number: `R-${count}`, issuedOn, lines })
  await w.done(submitInvoice, actor, { invoiceId: drafted.id, version: 1 })
  return w.done(approveInvoice, w.member('approver'), { invoiceId: drafted.id, version: 2 })
}

const differences = () => w.work(w.member('owner'), ({ tx }) => spendDifferences(tx))

test('a period that ends before it begins, and one of more than ten years, are refused', async () => {
  const finance = w.member('finance')

  expect((await w.ask(viewSpend, finance, { from: '2026-11', to: '2026-10' })).body).toMatchObject({
    type: '/problems/report-period-backwards',
  })
  expect((await w.ask(viewSpend, finance, { from: '2010-01', to: '2026-10' })).body).toMatchObject({
    type: '/problems/report-period-too-long',
  })
})

test('an approver and a contractor see no spend', async () => {
  const { actor } = await contractorAtWork(w)

  expect((await w.ask(viewSpend, w.member('approver'), {})).status).toBe(403)
  expect((await w.ask(viewSpend, actor, {})).status).toBe(403)
})

test('approved invoices are spend in the month of their date, and a void one is not any more', async () => {
  const at = await contractorAtWork(w)
  await approved(at, '100.00')
  await approved(at, '50.50', '2026-10-31')
  const wrong = await approved(at, '999.00')
  await w.done(voidInvoice, w.member('finance'), {
    invoiceId: wrong.id,
    version: wrong.version,
    reason: 'Paid by card',
  })

  const { cells } = await w.done(viewSpend, w.member('finance'), { by: 'contractor' })

  expect(cells.filter(({ groupId }) => groupId === at.contractorId)).toMatchObject([
    { month: '2026-10', amount: { minor: 5050n }, invoices: 1 },
    { month: '2026-11', amount: { minor: 10_000n }, invoices: 1 },
  ])
  expect(await differences()).toBe(0)
})

const minorOf = (cells: readonly Readonly<{ amount: Money }>[]) =>
  cells.reduce((sum, { amount }) => sum + amount.minor, 0n)

test('the totals are those of everything that one may see, however many groups are shown', async () => {
  const [ours, theirs] = [await contractorAtWork(w), await contractorAtWork(w)]
  await approved(ours, '11.00')
  await approved(theirs, '13.00')
  const limited = { ...w.member('manager'), departmentIds: [ours.departmentId] }

  const whole = await w.done(viewSpend, w.member('owner'), { by: 'contractor' })
  const own = await w.done(viewSpend, limited, { by: 'project' })
  const months = monthsOf({}, PlainDate.parse('2026-11-16'))
  const one = await w.work(w.member('owner'), ({ tx, actor }) =>
    spendFor(actor, tx, { by: 'contractor', months, most: 1 }),
  )

  expect(minorOf(whole.totals)).toBe(minorOf(whole.cells))
  expect(minorOf(own.totals)).toBe(1_100n)
  expect(one.cut).toBe(true)
  expect(minorOf(z.array(SpendCell).parse(JSON.parse(one.cells)))).toBeLessThan(minorOf(whole.totals))
})

test('a manager of one department sees the spend of that department only', async () => {
  const ours = await contractorAtWork(w)
  await approved(ours, '10.00')
  const limited = { ...w.member('manager'), departmentIds: [ours.departmentId] }

  const { cells } = await w.done(viewSpend, limited, {})

  expect(cells.map(({ groupId, amount }) => [groupId, amount.minor])).toEqual([[ours.departmentId, 1_000n]])
})

test('forty approvals at once of one department are counted to the cent, and wait for nobody for ever', async () => {
  const at = await contractorAtWork(w)

  await Promise.all(Array.from({ length: 40 }, (_, n) => approved(at, `${n + 1}.01`)))

  const { cells } = await w.done(viewSpend, w.member('owner'), { by: 'project' })
  expect(cells.find(({ groupId }) => groupId === at.projectId)).toMatchObject({
    amount: { minor: 82_040n },
    invoices: 40,
  })
  expect(await differences()).toBe(0)
})

test('whatever happens to the invoices, the kept sums are the sums of the invoices', async () => {
  let seed = 7
  const random = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % most
  }
  const statuses = [
    'approved',
    'scheduled',
    'in_run',
    'sent',
    'settled',
    'payment_returned',
    'void',
    'rejected',
    'submitted',
  ]
  await w.sql('alter table invoices disable trigger only_legal_transitions')

  for (let step = 0; step < 60; step += 1) {
    const status = statuses[random(statuses.length)]
    await w.sql(
      `update invoices set status = $1, net_minor = net_minor + $2, total_minor = total_minor + $2,
        issued_on = issued_on - ($2 % 90)::int where hashtext(id::text || $3) % 3 = 0 and content_hash is not null`,
      [status, random(500), String(step)],
    )
    expect(await differences()).toBe(0)
  }
  await w.sql('alter table invoices enable trigger only_legal_transitions')
})

test('the export holds every cell and no formula', async () => {
  const at = await contractorAtWork(w)
  await approved(at, '12.00')
  await approved(at, '7.00', '2026-09-30')
  await w.sql("update contractors set display_name = '=HYPERLINK(1)' where id = $1", [at.contractorId])

  const { text, headers } = await w.ask(exportSpend, w.member('finance'), { by: 'contractor' })

  expect(headers.get('content-type')).toBe('text/csv')
  expect(text).toContain("2026-11,'=HYPERLINK(1),USD,12.00,1")
  expect(text).toContain("2026-09,'=HYPERLINK(1),USD,7.00,1")
  const months = [...text.matchAll(/^(\d{4}-\d{2}),/gm)].map(([, month]) => month)
  expect(months).toEqual(months.toSorted())
})

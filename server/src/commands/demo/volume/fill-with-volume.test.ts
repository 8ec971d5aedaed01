import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { ownerRole } from '#kernel/postgres/cluster.ts'
import { Sealed } from '#kernel/secrets.ts'
import { verify } from '#modules/audit/index.ts'
import { audit } from '#modules/audit/module.ts'
import { listContractors } from '#modules/directory/contract.ts'
import { approveInvoice, InvoiceId, listInvoices, viewInvoice } from '#modules/invoices/contract.ts'
import { contentHashOf, invoiceOf } from '#modules/invoices/index.ts'
import { placeOf } from '#modules/payees/bank-account.ts'
import { PayoutMethodId } from '#modules/payees/contract.ts'
import { listPayables, listPayRuns, lockPayRun, preparePayRun, viewPayability } from '#modules/payments/contract.ts'
import { spendDifferences } from '#modules/reports/index.ts'
import { createWorld, type World } from '#test/world.ts'
import { fillWithVolume, type Volume } from './fill-with-volume.ts'

let w: World
let volume: Volume
let before: string[]
const size = { contractors: 300, invoices: 3_000 }

const staffOf = (world: World) => {
  const { personId: owner } = world.member('owner')
  const [manager, finance, releaser, legal] = Array.from({ length: 4 }, () => world.member().personId)
  return { owner, manager: manager!, finance: finance!, releaser: releaser!, legal: legal! }
}
const filled = (world: World, wish: Readonly<{ contractors: number; invoices: number; owner?: object }>) =>
  fillWithVolume(
    world.runtime,
    { ...wish, organizationId: world.northwind, staff: staffOf(world), seed: 7, domain: 'northwind.example' },
    () => undefined,
  )
/** Everything in the schema that a row can break. */
const rulesOf = async (world: World): Promise<string[]> => {
  const rows = await world.sql(`
    select indexdef as rule from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text from pg_constraint
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union all select relname || ' ' || coalesce(reloptions::text, '') from pg_class where relnamespace = 'public'::regnamespace
    order by 1`)
  return rows.map(({ rule }) => rule)
}

beforeAll(async () => {
  w = await createWorld()
  before = await rulesOf(w)
  const { host, port, database } = w.runtime.db.pool.options
  volume = await filled(w, { ...size, owner: { host, port, database, user: ownerRole } })
}, 180_000)
afterAll(() => w?.close())

const count = async (from: string): Promise<number> => (await w.sql(`select count(*)::int as n from ${from}`))[0].n

test('every index, foreign key and trigger is there afterwards as it was before', async () => {
  expect(await rulesOf(w)).toEqual(before)
})

test('there are as many as were asked for, in every state that commands lead to', async () => {
  const states = await w.sql('select array_agg(distinct status order by status) as found from invoices')

  expect([await count('contractors'), await count('invoices')]).toEqual([300, 3_000])
  expect(states[0].found).toEqual(
    expect.arrayContaining(['draft', 'submitted', 'rejected', 'void', 'scheduled', 'sent', 'settled']),
  )
  expect(volume.contractors).toHaveLength(300)
})

test('the books come to nothing, entry by entry', async () => {
  const open = await count(
    `(select from ledger_postings group by entry_id, legal_entity_id, currency having sum(amount_minor) <> 0) as open`,
  )

  expect(open).toBe(0)
  expect(await count('ledger_entries')).toBeGreaterThan(5_000)
})

test('what stands on each account is what is owed, on its way and paid', async () => {
  const differences = await w.sql(
    `
    with expected as (
      select 'payable' as kind, contractor_id as owner, -sum(amount_minor) as minor from payables
        where status in ('open', 'in_run') group by contractor_id
      union all select 'clearing', $1::uuid, -sum(amount_minor) from payments where status = 'sent'
      union all select 'bank', $1::uuid, -sum(amount_minor) from payments where status = 'settled'
      union all select 'expense', $1::uuid, sum(amount_minor) from payables where status <> 'void'
    )
    select * from expected e
    full join (select * from ledger_balances where balance_minor <> 0) b on b.account_kind = e.kind and b.owner_id = e.owner
    where e.minor is distinct from b.balance_minor`,
    [volume.company.legalEntity.id],
  )

  expect(differences).toEqual([])
})

test('every kept sum of spend is that of the invoices', async () => {
  expect(await w.work(w.member('finance'), ({ tx }) => spendDifferences(tx))).toBe(0)
  expect(await count('spend_by_month')).toBeGreaterThan(100)
})

test('no invoice is in two instructions, and none is paid another amount than it claims', async () => {
  expect(
    await count('(select from payment_lines where is_live group by payable_id having count(*) > 1) as twice'),
  ).toBe(0)
  expect(
    await count(`payables p join invoices i on i.id = p.invoice_id where i.total_minor <> p.amount_minor
      or i.content_hash <> p.content_hash`),
  ).toBe(0)
  expect(
    await count(`payments t where amount_minor <> (
      select sum(amount_minor) from payment_lines l where l.payment_id = t.id)`),
  ).toBe(0)
  expect(
    await count(
      `pay_runs r where total_minor <> (select sum(amount_minor) from payments t where t.pay_run_id = r.id)`,
    ),
  ).toBe(0)
})

test('an invoice and what is owed for it tell the same story', async () => {
  const [{ pairs }] = await w.sql(`
    select array_agg(distinct i.status || ' ' || coalesce(p.status, '-') order by i.status || ' ' || coalesce(p.status, '-')) as pairs
    from invoices i left join payables p on p.invoice_id = i.id`)

  const allowed = [
    'draft -',
    'submitted -',
    'in_approval -',
    'returned_for_changes -',
    'rejected -',
    'void -',
    'void void',
  ]
  const paid = ['scheduled open', 'sent sent', 'settled settled', 'payment_returned open']
  expect([...allowed, ...paid]).toEqual(expect.arrayContaining(pairs))
})

test('every invoice comes to its lines and still is what was submitted', async () => {
  const rows = await w.sql(
    'select id, encode(content_hash, $1) as hash from invoices where content_hash is not null',
    ['hex'],
  )
  const invoices = await w.work(w.member('finance'), async ({ tx }) => {
    const read = []
    for (const { id, hash } of rows.filter((_, at) => at % 10 === 0))
      read.push({ hash, invoice: await invoiceOf(tx, InvoiceId.parse(id)) })
    return read
  })

  expect(invoices.length).toBeGreaterThan(250)
  for (const { hash, invoice } of invoices) {
    expect(contentHashOf(invoice)).toBe(hash)
    expect(invoice.lines.reduce((sum, { net }) => sum + net.minor, 0n)).toBe(invoice.total.minor)
  }
  expect(
    await count(
      `invoices i where net_minor <> (select sum(net_minor) from invoice_lines l where l.invoice_id = i.id)`,
    ),
  ).toBe(0)
})

test('sealed account numbers open at their place, each one its own', async () => {
  const rows = await w.sql('select id, number_sealed, number_last4 from payout_methods')

  const numbers = rows.map(({ id, number_sealed }) =>
    w.runtime.outside.secrets.open(placeOf(w.northwind, PayoutMethodId.parse(id)), new Sealed(number_sealed)),
  )

  expect(numbers.map((number) => number.slice(-4))).toEqual(rows.map(({ number_last4 }) => number_last4))
  expect(new Set(numbers).size).toBe(rows.length)
  expect(JSON.stringify(await w.sql('select * from payout_methods'))).not.toContain(numbers[0])
})

test('the log is whole: what the volume says and what commands said', async () => {
  for (const schedule of audit.schedules ?? [])
    if (schedule.name === 'audit.seal-all') await runSchedule(w.runtime, schedule)

  const verdict = await w.work(w.member('auditor'), (work) => verify(work))

  expect(verdict).toMatchObject({ intact: true, faults: [], unsealed: 0, checkpoints: expect.any(Number) })
  expect(verdict.entries).toBeGreaterThan(8_000)
})

describe('people go on from there:', () => {
  test('they find contractors and invoices', async () => {
    const found = await w.done(listContractors, w.member('manager'), { search: 'amara', limit: 5 })
    const { items } = await w.done(listInvoices, w.member('finance'), { status: 'settled', limit: 50 })
    const one = await w.done(viewInvoice, w.member('finance'), { invoiceId: items[0]!.id })

    expect(found.items[0]?.displayName).toMatch(/Amara/)
    expect(items).toHaveLength(50)
    expect(one.lines.length).toBeGreaterThan(0)
  })

  test('a manager approves an invoice, and it is owed', async () => {
    const { items } = await w.done(listInvoices, w.member('manager'), { status: 'submitted', limit: 50 })
    const [small] = items.filter(({ total }) => total.minor <= 900_000n)
    const invoice = await w.done(viewInvoice, w.member('manager'), { invoiceId: small!.id })

    const approved = await w.done(approveInvoice, w.member('manager'), {
      invoiceId: invoice.id,
      version: invoice.version,
    })
    await w.deliver()

    expect(approved.status).toBe('approved')
    expect((await w.done(viewInvoice, w.member('manager'), { invoiceId: invoice.id })).status).toBe('scheduled')
  })

  test('what is overdue says why, and what is due is gathered into a run', async () => {
    const finance = w.member('finance')
    const overdue = await w.done(listPayables, finance, { dueBy: '2026-11-14', limit: 100 })
    const answers = []
    for (const { invoiceId, holds } of overdue.items)
      answers.push({
        holds,
        told: (await w.done(viewPayability, finance, { invoiceId })).blockers.map(({ code }) => code),
      })

    const asked = {
      legalEntityId: volume.company.legalEntity.id,
      currency: 'USD',
      payOn: '2026-12-15',
      method: 'nacha',
    }
    const run = await w.done(preparePayRun, finance, asked)
    const locked = await w.done(lockPayRun, finance, { payRunId: run.id, version: run.version })

    for (const { holds, told } of answers) expect(told).toEqual(expect.arrayContaining(holds.map(({ code }) => code)))
    expect(locked).toMatchObject({ status: 'locked', payments: run.payments })
    expect(run.payments).toBeGreaterThan(20)
    expect((await w.done(listPayRuns, finance, { limit: 50 })).items).toHaveLength(24)
  })
})

test('without the way around indexes and triggers the same rows come out', async () => {
  const [one, other] = [await createWorld(), await createWorld()]
  try {
    const { host, port, database } = other.runtime.db.pool.options
    await filled(one, { contractors: 60, invoices: 200 })
    await filled(other, { contractors: 60, invoices: 200, owner: { host, port, database, user: ownerRole } })

    const rowsOf = (world: World) =>
      world.sql(`select i.id, i.number, i.status, i.total_minor, p.status as owed, p.due_on, s.position
        from invoices i left join payables p on p.invoice_id = i.id
        left join journal j on i.id = any (j.subjects) and j.name = 'invoices.submitted'
        left join journal_seals s on s.journal_id = j.id order by i.id`)
    expect(await rowsOf(one)).toEqual(await rowsOf(other))
    expect(await one.work(one.member('finance'), ({ tx }) => spendDifferences(tx))).toBe(0)
  } finally {
    await one.close()
    await other.close()
  }
}, 120_000)

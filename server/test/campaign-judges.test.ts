import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { connect } from '#kernel/postgres/connect.ts'
import { approveInvoice } from '#modules/invoices/contract.ts'
import { downloadBankFile } from '#modules/payments/contract.ts'
import { bankFaults } from '../../bench/campaigns/bank.ts'
import { isPlain } from '../../bench/campaigns/fault.ts'
import { halfDone } from '../../bench/campaigns/kept-checks.ts'
import { answersDiffer, doneTwice, missingFromJournal, moneyFaults } from '../../bench/campaigns/money-checks.ts'
import type { BankFile } from '../../bench/campaigns/money-round.ts'
import { hired, owed, payer, released, untilDue } from './payments-world.ts'
import { createWorld, type World } from './world.ts'

/** A judge that never finds anything proves nothing: each of them must find what is planted here. */
let w: World
let client: pg.Client
let file: BankFile
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
  const northwind = await payer(w)
  const priya = await hired(w, northwind)
  await owed(w, priya, '100.00')
  const [lee, ruth] = [w.member('finance'), w.member('releaser')]
  await w.sql(`update payables set due_on = '2026-12-01'`)
  const run = await released(w, northwind, { lee, ruth })
  await w.deliver()
  await owed(w, priya, '30.00')
  file = await w.done(downloadBankFile, ruth, { payRunId: run.id })
  const { database } = w.runtime.db.pool.options
  client = await connect({ ...inject('postgres').superuser, ...(database ? { database } : {}) })
})
afterAll(async () => {
  await client.end()
  await w.close()
})
beforeEach(() => client.query('begin; set local session_replication_role = replica'))
afterEach(() => client.query('rollback'))

const sql = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
  (await client.query<Row>(text, [...values])).rows

test('where nothing is wrong no judge finds anything', async () => {
  expect(await moneyFaults({ sql })).toEqual([])
  expect(await halfDone({ sql })).toEqual([])
  expect(await bankFaults({ sql }, [file])).toEqual([])
})

const paidAgain = `with twin as (
    insert into payments select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'reference', 'R9-9',
      'pay_run_id', gen_random_uuid()))).* from payments p returning id)
  insert into payment_lines select l.organization_id, twin.id, payable_id, amount_minor, currency, false
  from payment_lines l, twin`

test.each([
  ['An invoice stands in two payments', paidAgain],
  ['An invoice was sent to the bank more often', paidAgain],
  [
    'The books of a legal entity do not add up',
    'update ledger_postings set amount_minor = amount_minor + 1 where position = 1',
  ],
  ['What the books owe a contractor', `update payables set status = 'void' where status = 'open'`],
  ['What the books have on its way', `update payments set status = 'settled'`],
  ['An approved invoice is not owed', `delete from payables where status = 'open'`],
  ['An approved invoice is not owed', 'update payables set amount_minor = amount_minor + 1'],
  ['A payment is not what its invoices come to', 'update payments set amount_minor = amount_minor + 1'],
  [
    'Something that follows from a fact was given up',
    `insert into deliveries (organization_id, id, journal_id, reaction, due_at)
      select organization_id, id, id, 'x', now() from journal`,
  ],
])('%s: found', async (means, planted) => {
  await client.query(planted)

  expect(await moneyFaults({ sql })).toEqual(expect.arrayContaining([expect.stringContaining(means)]))
})

test.each([
  ['An invoice is there without its lines', 'delete from invoice_lines'],
  ['An invoice is there without its lines', 'update invoice_lines set net_minor = net_minor + 1'],
  ['A submitted invoice has no document', 'update invoices set pdf_file_id = null'],
  [
    'A submitted invoice has no document, or more',
    `insert into files select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).* from files f`,
  ],
  ['A change is there that the journal does not know', 'update contractors set id = gen_random_uuid()'],
])('%s: found', async (means, planted) => {
  await client.query(planted)

  expect(await halfDone({ sql })).toEqual(expect.arrayContaining([expect.stringContaining(means)]))
})

test('the bank notices what it is asked for twice, and for another amount', async () => {
  expect(await bankFaults({ sql }, [file, file])).toEqual(
    expect.arrayContaining([expect.stringContaining('twice'), expect.stringContaining('has 2 instructions')]),
  )
  await client.query('update payments set amount_minor = 1')
  expect(await bankFaults({ sql }, [file])).toEqual([expect.stringContaining('The bank was told to pay 10000')])
})

test('one act under two keys, one key with two answers, and an act without its fact are found', async () => {
  const by = { slug: 'northwind', email: 'dana@northwind.example', password: '' }
  const id = '01a1fc8c-a805-7b63-a36b-0737d28df9c2'
  const act = { by, endpoint: approveInvoice, input: { invoiceId: id, version: 2 }, key: 'a', text: `{"id":"${id}"}` }

  expect(doneTwice([act, act])).toEqual([])
  expect(doneTwice([act, { ...act, key: 'b' }])).toHaveLength(1)
  expect(answersDiffer([act, { ...act, key: 'b' }])).toEqual([])
  expect(answersDiffer([act, { ...act, text: '{}' }])).toHaveLength(1)
  expect(await missingFromJournal({ sql }, [act])).toEqual([expect.stringContaining('is not in the journal')])
})

test('a stack, an exception and a half sentence are no plain sentence', () => {
  expect(['Error: read ECONNRESET', 'at file:///x.ts.', 'no', '{"level":50}'].some(isPlain)).toBe(false)
  expect(isPlain('Port 3000 on 127.0.0.1 is taken by another program.')).toBe(true)
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { banContractor, viewContractor } from '#modules/directory/contract.ts'
import { downloadFile } from '#modules/files/contract.ts'
import { requestPayoutMethod } from '#modules/payees/contract.ts'
import { listLedgerEntries } from '#modules/payments/ledger/contract.ts'
import { viewMyPayability, viewPayability } from '#modules/payments/payability/contract.ts'
import { downloadRemittance, listMyPayments, listPayments } from '#modules/payments/payments/contract.ts'
import { nachaFaults } from '#test/nacha-check.ts'
import { readBack, schemaFaults } from '#test/pain001-check.ts'
import { textOf } from '#test/paper.ts'
import {
  allDue,
  approved,
  balancesOf,
  booksOf,
  hired,
  locked,
  owed,
  type Payer,
  payer,
  payOn,
  prepared,
  released,
  statusOf,
  untilDue,
  usAccount,
} from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  acknowledgePayRun,
  downloadBankFile,
  listLeftOut,
  listPayRuns,
  lockPayRun,
  type PayRunView,
  releasePayRun,
  removeFromPayRun,
  settlePayRun,
} from './contract.ts'

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

const at = ({ id: payRunId, version }: PayRunView) => ({ payRunId, version })
const owing = async (...amounts: readonly string[]) => {
  const person = await hired(w, northwind)
  const invoices = []
  for (const amount of amounts) invoices.push(await owed(w, person, amount))
  await allDue(w)
  return { person, invoices }
}

test('a run gathers what is due, one payment for each payee, and says what stayed out', async () => {
  const { person, invoices } = await owing('100.00', '200.00')
  const company = await hired(w, northwind, { kind: 'company' })
  const held = await hired(w, northwind, { without: ['w9'] })
  await owed(w, company, '50.00')
  const waits = await owed(w, held, '70.00')
  await allDue(w)

  const run = await prepared(w, northwind, lee)

  expect(run).toMatchObject({ status: 'open', payments: 2, invoices: 3, leftOut: 1, total: { minor: 35_000n } })
  expect(run.can).toMatchObject({ lock: true, remove: true, approve: false, release: false, download: false })
  const { items } = await w.done(listPayments, lee, { payRunId: run.id })
  expect(items.map(({ amount }) => amount.minor).sort()).toEqual([30_000n, 5_000n])
  expect(items.find(({ contractorId }) => contractorId === person.contractorId)).toMatchObject({
    status: 'prepared',
    invoices: [{ number: invoices[0]?.number }, { number: invoices[1]?.number }],
  })
  const leftOut = await w.done(listLeftOut, lee, { payRunId: run.id })
  expect(leftOut.items).toMatchObject([
    {
      invoiceId: waits.id,
      reason: 'There is no signed Form W-9.',
      blockers: [{ code: 'tax.no-tax-form', owner: 'contractor' }],
    },
  ])
  expect(await statusOf(w, waits.id)).toBe('scheduled')
  expect((await w.done(listPayRuns, lee, { status: 'open' })).items).toContainEqual(
    expect.objectContaining({ id: run.id, invoices: 3 }),
  )
})

test('while it is in a run an invoice says so, and whose move it is', async () => {
  const { person, invoices } = await owing('100.00')
  const invoiceId = invoices[0]!.id
  const run = await locked(w, northwind, lee)

  const { blockers, steps } = await w.done(viewPayability, w.member('manager'), { invoiceId })
  const theirs = await w.done(viewMyPayability, person.actor, { invoiceId })

  expect(blockers).toMatchObject([{ code: 'payments.in-run', owner: 'releaser', by: payOn }])
  expect(blockers[0]?.sentence).toBe(`It is in pay run ${run.number}, which pays on 18 December 2026.`)
  expect(blockers[0]?.clears.path).toBe(`/pay-runs/${run.id}`)
  expect(steps.find(({ state }) => state === 'here')?.step).toBe('sent')
  expect(theirs.blockers[0]?.clears.path).toBeNull()
  expect((await w.done(listMyPayments, person.actor, {})).items).toEqual([])
})

test('what is taken out waits for the next run, and the payment shrinks or goes', async () => {
  const { invoices } = await owing('100.00', '200.00')
  const other = await owing('40.00')
  const open = await prepared(w, northwind, lee)
  const leaving = [invoices[0]!.id, other.invoices[0]!.id]

  const run = await w.done(removeFromPayRun, lee, { ...at(open), invoiceIds: leaving, reason: 'Ask first' })

  expect(run).toMatchObject({ payments: 1, invoices: 1, leftOut: 2, total: { minor: 20_000n } })
  expect(await Promise.all(leaving.map((id) => statusOf(w, id)))).toEqual(['scheduled', 'scheduled'])
  const { items } = await w.done(listPayments, lee, { payRunId: run.id, status: 'removed' })
  expect(items).toHaveLength(1)
  expect(await prepared(w, northwind, lee)).toMatchObject({ payments: 2, total: { minor: 14_000n } })
})

test('an invoice that is not what was approved drops out when the run is locked', async () => {
  const { invoices } = await owing('100.00', '200.00')
  const open = await prepared(w, northwind, lee)
  await w.sql(`update invoice_lines set description = 'Something else' where invoice_id = $1`, [invoices[0]!.id])

  const run = await w.done(lockPayRun, lee, at(open))

  expect(run).toMatchObject({ status: 'locked', invoices: 1, total: { minor: 20_000n }, leftOut: 1 })
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({
      name: 'payments.left-out',
      data: expect.objectContaining({
        invoiceId: invoices[0]!.id,
        reason: 'The invoice is no longer what was approved.',
      }),
    }),
  )
})

test('whoever changes the account or is banned after the approval stays behind, and the others are paid', async () => {
  const paid = await owing('100.00')
  const changing = await owing('200.00')
  const banned = await owing('400.00')
  const run = await approved(w, northwind, { lee, ruth })
  await w.done(requestPayoutMethod, changing.person.actor, { account: usAccount('66554433') })
  const { contractorId } = banned.person
  const { version } = await w.done(viewContractor, w.member('legal'), { contractorId })
  await w.done(banContractor, w.member('legal'), { contractorId, version, reason: 'Fraud' })

  const sent = await w.done(releasePayRun, ruth, at(run))

  expect(sent).toMatchObject({ status: 'exported', payments: 1, total: { minor: 10_000n }, leftOut: 2 })
  const statuses = [paid, changing, banned].map(({ invoices }) => statusOf(w, invoices[0]!.id))
  expect(await Promise.all(statuses)).toEqual(['sent', 'scheduled', 'scheduled'])
  const { content } = await w.done(downloadBankFile, ruth, { payRunId: run.id })
  expect(content.match(/^6/gm)).toHaveLength(1)
})

test('a released run is a NACHA file that a bank takes, made once and kept sealed', async () => {
  const { invoices } = await owing('100.00', '25.50')
  const company = await hired(w, northwind, { kind: 'company', name: 'Bright Pixel LLC' })
  await owed(w, company, '2500.01')
  await allDue(w)

  const run = await released(w, northwind, { lee, ruth })
  const taken = await w.done(downloadBankFile, ruth, { payRunId: run.id })

  expect(nachaFaults(Buffer.from(taken.content))).toEqual([])
  expect(taken.content.match(/^5.{49}PPDPAYROLL/gm)).toHaveLength(1)
  expect(taken.content.match(/^5.{49}CCDVENDOR PAY/gm)).toHaveLength(1)
  expect(taken.sha256).toBe(createHash('sha256').update(taken.content).digest('hex'))
  expect(run).toMatchObject({
    status: 'exported',
    file: { name: `pay-run-${run.number}.ach`, sha256: taken.sha256, payments: 2, total: { minor: 262_551n } },
  })
  expect(await statusOf(w, invoices[0]!.id)).toBe('sent')
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({ expense: 262_551, payable: 0, clearing: -262_551 })
  const [stored] = await w.sql('select content_sealed from bank_files where pay_run_id = $1', [run.id])
  expect(stored.content_sealed).not.toContain('PPD')
  expect((await w.ask(releasePayRun, ruth, at(run))).body).toMatchObject({ type: '/problems/pay-run-cannot-move' })
  expect(await booksOf(w)).toEqual([])
})

test('taking the file needs a role and a fresh sign-in, is recorded, and its numbers stand nowhere else', async () => {
  await owing('100.00')
  const run = await released(w, northwind, { lee, ruth })
  const { confirmedAt: _, ...longAgo } = ruth
  const [{ number }] = await w.sql(`select trace_number as number from payments where pay_run_id = $1`, [run.id])

  expect((await w.ask(downloadBankFile, w.member('manager'), { payRunId: run.id })).status).toBe(403)
  expect((await w.ask(downloadBankFile, w.member('auditor'), { payRunId: run.id })).status).toBe(403)
  expect((await w.ask(downloadBankFile, { ...ruth, via: 'key' }, { payRunId: run.id })).status).toBe(403)
  expect((await w.ask(downloadBankFile, longAgo, { payRunId: run.id })).body).toMatchObject({
    type: '/problems/step-up-required',
  })
  const { content } = await w.done(downloadBankFile, lee, { payRunId: run.id })
  const entry = content.split('\n').find((line) => line.startsWith('6'))!
  const accountNumber = entry.slice(12, 29).trim()

  expect(entry.slice(79)).toBe(number)
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({ name: 'payments.bank-file-taken', personId: lee.personId }),
  )
  const everything = JSON.stringify([
    await w.journal(),
    await w.sql('select * from payments'),
    await w.sql('select * from bank_files'),
  ])
  expect(everything).not.toContain(accountNumber)
})

test('in euros the file is a pain.001 that fits the schema, with structured addresses', async () => {
  const berlin = await payer(w, { currency: 'EUR' })
  await owed(w, await hired(w, berlin, { name: 'Zoë Müller' }), '100.00')
  await allDue(w)

  const run = await released(w, berlin, { lee, ruth })
  const { content, mediaType } = await w.done(downloadBankFile, ruth, { payRunId: run.id })

  expect(mediaType).toBe('application/xml')
  expect(await schemaFaults(content)).toEqual([])
  const { GrpHdr, PmtInf } = readBack(content)
  expect(GrpHdr).toMatchObject({ NbOfTxs: '1', CtrlSum: '100.00' })
  expect(PmtInf[0]?.CdtTrfTxInf[0]).toMatchObject({ PmtId: { EndToEndId: `R${run.number}-1` } })
})

test('the whole run settles: invoices, books and steps say so', async () => {
  const { person, invoices } = await owing('100.00', '200.00')
  const invoiceId = invoices[0]!.id
  const sent = await released(w, northwind, { lee, ruth })
  const noted = await w.done(acknowledgePayRun, lee, at(sent))

  const tomorrow = await w.ask(settlePayRun, lee, { ...at(noted), settledOn: '2027-06-01' })
  const run = await w.done(settlePayRun, lee, { ...at(noted), settledOn: '2026-12-17' })

  expect(tomorrow.body).toMatchObject({ errors: [{ pointer: '#/settledOn' }] })
  expect(run).toMatchObject({ status: 'settled', settled: 1, returned: 0 })
  expect(await statusOf(w, invoiceId)).toBe('settled')
  expect(await balancesOf(w, northwind.legalEntityId)).toEqual({
    expense: 30_000,
    payable: 0,
    clearing: 0,
    bank: -30_000,
  })
  const { blockers, steps } = await w.done(viewMyPayability, person.actor, { invoiceId })
  expect(blockers).toEqual([])
  expect(steps.every(({ state }) => state === 'done')).toBe(true)
  expect((await w.done(listMyPayments, person.actor, {})).items).toMatchObject([
    { status: 'settled', settledOn: '2026-12-17', amount: { minor: 30_000n } },
  ])
  const [payment] = (await w.done(listPayments, lee, { payRunId: run.id })).items
  const entries = (await w.done(listLedgerEntries, lee, { subjectId: payment!.id })).items
  expect(entries.map(({ kind }) => kind)).toEqual(['payment_settled', 'payment_sent'])
  expect(entries.map(({ subjectName }) => subjectName)).toEqual([payment!.reference, payment!.reference])
  expect(entries[1]?.postings).toMatchObject([
    { kind: 'payable', ownerName: payment!.contractorName },
    { kind: 'clearing', ownerName: northwind.legalEntity.name },
  ])
})

test('after the release each payment gets its remittance advice, which its contractor may open', async () => {
  const { person, invoices } = await owing('100.00')
  const stranger = await hired(w, northwind)
  const run = await released(w, northwind, { lee, ruth })
  const [payment] = (await w.done(listPayments, lee, { payRunId: run.id })).items
  const paymentId = payment!.id
  const early = await w.ask(downloadRemittance, person.actor, { paymentId })

  await w.deliver()

  expect(early.body).toMatchObject({ type: '/problems/no-remittance-yet' })
  expect((await w.ask(downloadRemittance, stranger.actor, { paymentId })).status).toBe(404)
  expect((await w.ask(downloadRemittance, w.member('manager'), { paymentId })).status).toBe(403)
  const [{ file }] = await w.sql('select remittance_file_id as file from payments where id = $1', [paymentId])
  expect((await w.ask(downloadFile, person.actor, { fileId: file })).status).toBe(200)
  const text = await textOf(await pdfOf(paymentId, person.actor))
  expect(text).toContain(invoices[0]!.number)
  expect(text).toContain('USD 100.00')
  expect((await w.journal()).filter(({ name }) => name === 'payments.remittance-ready').at(-1)).toMatchObject({
    data: { paymentId, contractorId: person.contractorId },
  })
})

const pdfOf = async (paymentId: string, actor: Actor): Promise<Uint8Array> => {
  const response = await w.app.request(`/api/v1/payments/${paymentId}/remittance`, {
    headers: { authorization: w.tokenFor(actor) },
  })
  return new Uint8Array(await response.arrayBuffer())
}

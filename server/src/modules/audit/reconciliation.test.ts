import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteMember } from '#modules/access/contract.ts'
import { completedAgreement } from '#test/agreements-world.ts'
import { hired, owed, payer, released, untilDue } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { verifyLog } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  const to = await payer(w)
  await owed(w, await hired(w, to))
  untilDue(w)
  await released(w, to, { lee: w.member('finance'), ruth: w.member('releaser') })
  await completedAgreement(w)
  const dana = { name: 'Dana', email: 'dana@northwind.example', roles: ['manager' as const], departmentIds: null }
  await w.done(inviteMember, w.member('owner'), dana)
  await w.deliver()
  // Who counter-signs was put there without a command.
  await w.sql(
    `delete from members where id::text not in (select data ->> 'memberId' from journal where data ? 'memberId')`,
  )
})
afterAll(() => w.close())

const verdict = () => w.done(verifyLog, w.member('auditor'), {})
const faults = async () => (await verdict()).faults.map(({ what }) => what)

/** What somebody does who has the database in their hands, and takes back afterwards. */
const behindTheJournal = async (table: string, change: string, back: string) => {
  await w.sql(`alter table ${table} disable trigger user`)
  await w.sql(change)
  const found = await faults()
  await w.sql(back)
  await w.sql(`alter table ${table} enable trigger user`)
  return found
}

test.each([
  [
    'the total of an invoice',
    'invoices',
    'update invoices set net_minor = net_minor + 1, total_minor = total_minor + 1',
    'update invoices set net_minor = net_minor - 1, total_minor = total_minor - 1',
    /^Invoice totals: Invoice \S+ is over \d+\.\d\d USD, the journal says \d+\.\d\d USD\.$/,
  ],
  [
    'what became of a payment',
    'payments',
    `update payments set status = 'settled', settled_on = '2026-11-16'`,
    `update payments set status = 'sent', settled_on = null`,
    /^Payments: Payment \S+ is settled, the journal says sent\.$/,
  ],
  [
    'the roles of a member',
    'members',
    `update members set roles = '{owner,finance}'`,
    `update members set roles = '{manager}'`,
    /^Members: Member \S+ has the roles owner, finance; the journal says manager\.$/,
  ],
  [
    'the account that is paid to',
    'payout_methods',
    `update payout_methods set number_last4 = '0000', reason = number_last4`,
    'update payout_methods set number_last4 = reason, reason = null',
    /^Payout methods: Account \S+ ends in 0000, the journal says \d{4}\.$/,
  ],
  [
    'the text that was signed',
    'agreement_signatures',
    `update agreement_signatures set content_sha256 = 'x' || content_sha256`,
    'update agreement_signatures set content_sha256 = substr(content_sha256, 2)',
    /^Signatures: Agreement \S+ has a signature under another text/,
  ],
])('a change of %s behind the journal’s back is named', async (_, table, change, back, sentence) => {
  const found = await behindTheJournal(table, change, back)

  expect(found.length).toBeGreaterThan(0)
  for (const what of found) expect(what).toMatch(sentence)
})

test('rows and journal of a company at work agree', async () => {
  expect(await faults()).toEqual([])
})

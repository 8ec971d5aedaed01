import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { changeModules, viewOrganization } from '#modules/organizations/contract.ts'
import { viewPayability } from '#modules/payments/contract.ts'
import { preparePayRun } from '#modules/payments/pay-runs/contract.ts'
import { listPayables, sumPayables } from '#modules/payments/payables/contract.ts'
import { hired, owed, type Payer, payer, payOn, untilDue } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
let northwind: Payer
beforeAll(async () => {
  w = await createWorld()
  northwind = await payer(w)
})
afterAll(() => w.close())

const switchOff = async (...off: string[]) => {
  const { version } = await w.done(viewOrganization, w.member('owner'), {})
  await w.done(changeModules, w.member('owner'), { off, version })
}
const holdsInDetail = async (invoiceId: InvoiceId) =>
  (await w.done(viewPayability, w.member('finance'), { invoiceId })).blockers
    .map(({ code }) => code)
    .filter((code) => code !== 'payments.not-due')
const holdsInList = async (invoiceId: InvoiceId) =>
  (await w.done(listPayables, w.member('finance'), { limit: 200 })).items
    .find((row) => row.invoiceId === invoiceId)
    ?.holds.map(({ code }) => code)
const heldOf = async (legalEntityId: string) =>
  (await w.done(sumPayables, w.member('finance'), { dueBy: '2027-12-31' })).items.find(
    (total) => total.legalEntityId === legalEntityId,
  )?.held.count

test('every view that says what stops payment is there, behind row security, with the columns it is asked for', async () => {
  const keys = {
    contractor: ['contractor_id'],
    engagement: ['contractor_id', 'engagement_id'],
    invoice: ['invoice_id'],
  }
  for (const { view, by } of w.runtime.modules.paymentHolds) {
    const [columns] = await w.sql(
      `select array_agg(column_name::text) as names from information_schema.columns where table_name = $1`,
      [view],
    )
    const [options] = await w.sql('select reloptions as options from pg_class where relname = $1', [view])

    expect(columns?.names, view).toEqual(
      expect.arrayContaining(['organization_id', 'code', 'since', 'by_day', 'detail', ...keys[by]]),
    )
    expect(options?.options, view).toContain('security_invoker=true')
  }
})

test('what a module says that is switched off stops nobody: not on the page, the list, the sums or in a run', async () => {
  const { id } = await owed(w, await hired(w, northwind, { without: ['w9'] }))
  const before = [await holdsInDetail(id), await holdsInList(id), await heldOf(northwind.legalEntityId)]

  await switchOff('tax')
  const after = [await holdsInDetail(id), await holdsInList(id), await heldOf(northwind.legalEntityId)]
  untilDue(w)
  const run = await w.done(preparePayRun, w.member('finance'), {
    legalEntityId: northwind.legalEntityId,
    currency: 'USD',
    payOn,
    method: 'nacha',
  })
  await switchOff()

  expect(before).toEqual([['tax.no-tax-form'], ['tax.no-tax-form'], 1])
  expect(after).toEqual([[], [], 0])
  expect(run.payments).toBe(1)
})

test('of modules that are on, each says in its own words what it holds, and no code is without words', () => {
  const { paymentHolds } = w.runtime.modules
  const wordless = paymentHolds.flatMap(({ module, words }) =>
    Object.entries(words)
      .filter(([code, { title, summary }]) => !code.startsWith(`${module}.`) || title === '' || !/\.$/.test(summary))
      .map(([code]) => code),
  )

  expect(paymentHolds.map(({ module }) => module)).toEqual(['directory', 'payees', 'agreements', 'tax', 'payments'])
  expect(wordless).toEqual([])
})

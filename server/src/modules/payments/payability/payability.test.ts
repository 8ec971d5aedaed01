import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftAgreement, sendDraft } from '#modules/agreements/contract.ts'
import { banContractor, viewContractor } from '#modules/directory/contract.ts'
import { type InvoiceId, returnInvoice, viewInvoice, voidInvoice } from '#modules/invoices/contract.ts'
import { requestPayoutMethod } from '#modules/payees/contract.ts'
import { listPayables } from '#modules/payments/payables/contract.ts'
import { aTemplate } from '#test/agreements-world.ts'
import {
  euAccount,
  hired,
  owed,
  type Payer,
  payer,
  payoutTo,
  signW9,
  submitted,
  untilDue,
  usAccount,
} from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { viewMyPayability, viewPayability } from './contract.ts'

let w: World
let northwind: Payer
beforeAll(async () => {
  w = await createWorld()
  northwind = await payer(w)
})
afterAll(() => w.close())

const asked = (invoiceId: InvoiceId) => w.done(viewPayability, w.member('manager'), { invoiceId })
const codes = async (invoiceId: InvoiceId) => (await asked(invoiceId)).blockers.map(({ code }) => code)

describe('an invoice is held', () => {
  test('while nobody has approved it: that is the manager’s move', async () => {
    const { id } = await submitted(w, await hired(w, northwind))

    expect((await asked(id)).blockers).toMatchObject([{ code: 'payments.waits-for-approval', owner: 'manager' }])
  })

  test('while it is sent back: that is the contractor’s', async () => {
    const { id: invoiceId, version } = await submitted(w, await hired(w, northwind))
    await w.done(returnInvoice, w.member('manager'), { invoiceId, version, reason: 'Wrong rate' })

    expect((await asked(invoiceId)).blockers).toMatchObject([
      {
        code: 'payments.returned-for-changes',
        owner: 'contractor',
        clears: { path: `/portal/invoices/${invoiceId}` },
      },
    ])
  })

  test('for good once it is void', async () => {
    const { id: invoiceId } = await owed(w, await hired(w, northwind))
    const { version } = await w.done(viewInvoice, w.member('finance'), { invoiceId })
    await w.done(voidInvoice, w.member('finance'), { invoiceId, version, reason: 'Sent twice' })

    expect((await asked(invoiceId)).blockers).toMatchObject([{ code: 'payments.not-payable', owner: 'nobody' }])
  })

  test('until its day, which it names', async () => {
    const { id } = await owed(w, await hired(w, northwind))

    expect((await asked(id)).blockers).toMatchObject([
      {
        code: 'payments.not-due',
        sentence: 'It falls due on 16 December 2026.',
        by: '2026-12-16',
        owner: 'nobody',
      },
    ])
  })

  test('for every reason at once, each with whose move it is', async () => {
    const { id } = await owed(w, await hired(w, northwind, { without: ['w9', 'account'] }))

    expect((await asked(id)).blockers).toMatchObject([
      { code: 'payees.no-payout-method', owner: 'contractor' },
      { code: 'tax.no-tax-form', owner: 'contractor' },
      { code: 'payments.not-due', owner: 'nobody' },
    ])
  })

  test('while backup withholding applies, which Muster does not do yet: finance is told, and no run takes it', async () => {
    const priya = await hired(w, northwind)
    await signW9(w, priya.actor, priya.displayName, { secondItemStruck: true })
    const { id } = await owed(w, priya)

    const { items } = await w.done(listPayables, w.member('finance'), { limit: 200 })

    expect((await asked(id)).blockers).toMatchObject([
      {
        code: 'tax.backup-withholding',
        owner: 'finance',
        sentence:
          'Item 2 of Form W-9 is struck out: 24 % backup withholding applies, and Muster does not withhold yet.',
        clears: { path: `/contractors/${priya.contractorId}?tab=tax` },
      },
      { code: 'payments.not-due' },
    ])
    expect(items.find(({ invoiceId }) => invoiceId === id)?.holds).toEqual([
      { code: 'tax.backup-withholding', title: 'Backup withholding applies', owner: 'finance' },
    ])
  })

  test('while a change of the bank account waits to be confirmed', async () => {
    const priya = await hired(w, northwind)
    const { id } = await owed(w, priya)
    await w.done(requestPayoutMethod, priya.actor, { account: usAccount('99887766') })

    expect(await codes(id)).toContain('payees.payout-method-unverified')
  })

  test('when the account takes another currency', async () => {
    const priya = await hired(w, northwind, { without: ['account'] })
    await payoutTo(w, priya.actor, euAccount)
    const { id } = await owed(w, priya)

    expect(await codes(id)).toContain('payments.other-currency')
  })
})

test('staff out of reach and other contractors find no such invoice', async () => {
  const { id: invoiceId } = await owed(w, await hired(w, northwind))
  const elsewhere = { ...w.member('manager'), departmentIds: [] }
  const other = await hired(w, northwind)

  expect((await w.ask(viewPayability, elsewhere, { invoiceId })).status).toBe(404)
  expect((await w.ask(viewMyPayability, other.actor, { invoiceId })).status).toBe(404)
  expect((await w.ask(viewPayability, other.actor, { invoiceId })).status).toBe(403)
})

test('the contractor never hears why the company holds something back', async () => {
  const priya = await hired(w, northwind)
  const { id: invoiceId } = await owed(w, priya)
  const { version } = await w.done(viewContractor, w.member('legal'), { contractorId: priya.contractorId })
  const ban = { contractorId: priya.contractorId, version, reason: 'Under investigation' }
  await w.done(banContractor, w.member('legal'), ban)

  const theirs = await w.ask(viewMyPayability, priya.actor, { invoiceId })

  expect(await codes(invoiceId)).toContain('directory.do-not-engage')
  expect(theirs.text).not.toMatch(/engage|investigation|\/contractors\//)
  expect(theirs.body).toMatchObject({
    blockers: [{ code: 'payments.being-checked', clears: { path: null } }, { code: 'payments.not-due' }],
  })
})

test('the contractor sees where the invoice stands', async () => {
  const priya = await hired(w, northwind)
  const { id: invoiceId } = await owed(w, priya)

  const { steps } = await w.done(viewMyPayability, priya.actor, { invoiceId })

  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'submitted done',
    'approved done',
    'scheduled done',
    'in_run here',
    'sent ahead',
    'settled ahead',
  ])
  expect(steps[2]).toMatchObject({ on: '2026-12-16' })
})

test('one list: what holds an invoice for one is what the pay run goes by for thousands', {
  timeout: 90_000,
}, async () => {
  const euros = await payer(w, { currency: 'EUR' })
  const everyone = [
    await hired(w, northwind),
    await hired(w, northwind, { without: ['w9'] }),
    await hired(w, northwind, { without: ['payee'] }),
    await hired(w, northwind, { without: ['w9', 'account'] }),
    await hired(w, euros),
    await hired(w, euros, { without: ['account'] }),
  ]
  const [struck, fromAbroad] = [await hired(w, northwind), await hired(w, euros)]
  await signW9(w, struck.actor, struck.displayName, { secondItemStruck: true })
  await signW9(w, fromAbroad.actor, fromAbroad.displayName, { tin: { kind: 'applied-for' }, secondItemStruck: true })
  everyone.push(struck, fromAbroad)
  const changing = await hired(w, northwind)
  const held = await hired(w, northwind)
  const unsigned = await hired(w, northwind)
  const invoices = []
  for (const person of [...everyone, changing, held, unsigned]) invoices.push(await owed(w, person))
  await w.done(requestPayoutMethod, changing.actor, { account: usAccount('11223344') })
  await payoutTo(w, held.actor, usAccount('55667788'))
  const { contractorId, engagementId } = unsigned
  const { id: templateId } = await aTemplate(w)
  const draft = await w.done(draftAgreement, w.member('legal'), {
    templateId,
    contractorId,
    engagementId,
    fields: {},
  })
  await w.done(sendDraft, w.member('legal'), { agreementId: draft.id, version: draft.version })
  untilDue(w)

  const { items } = await w.done(listPayables, w.member('finance'), { limit: 200 })

  for (const { id } of invoices) {
    const row = items.find(({ invoiceId }) => invoiceId === id)
    expect(
      row?.holds.map(({ code }) => code),
      id,
    ).toEqual(await codes(id))
  }
  expect(new Set(items.flatMap(({ holds }) => holds.map(({ code }) => code))).size).toBeGreaterThan(4)
})

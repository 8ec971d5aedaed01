import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { draftInvoice, rejectInvoice, submitInvoice, viewMyInvoice } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

let count = 0

/** A draft over this many dollars. */
const draftOver = async ({ assignmentId, actor }: Awaited<ReturnType<typeof contractorAtWork>>, amount: string) => {
  count += 1
  const lines = [{ description: 'Motion design', quantity: '1', unitPrice: amount }]
  return w.done(draftInvoice, actor, { assignmentId, number: `CAP-${count}`, issuedOn: '2026-11-16', lines })
}

test('of two submissions at once the cap lets one through, in ten rounds of ten', async () => {
  for (let round = 0; round < 10; round += 1) {
    const at = await contractorAtWork(w, { cap: '1000.00' })
    const drafts = [await draftOver(at, '900.00'), await draftOver(at, '900.00')]

    const answers = await Promise.all(
      drafts.map(({ id: invoiceId }) => w.ask(submitInvoice, at.actor, { invoiceId, version: 1 })),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
      type: '/problems/invoice-over-cap',
      errors: [{ detail: 'Of 1000.00 USD there is 100.00 left to invoice.' }],
    })
  }
}, 60_000)

test('a fixed price is invoiced once, however many try at once', async () => {
  const at = await contractorAtWork(w, { pricing: 'fixed', amount: '500.00' })
  const drafts = await Promise.all(Array.from({ length: 5 }, () => draftOver(at, '500.00')))

  const answers = await Promise.all(
    drafts.map(({ id: invoiceId }) => w.ask(submitInvoice, at.actor, { invoiceId, version: 1 })),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422])
})

test('an invoice over the cap says so while it is written, not only when it is submitted', async () => {
  const at = await contractorAtWork(w, { cap: '1000.00' })

  const over = await draftOver(at, '1000.01')
  const within = await draftOver(at, '1000.00')

  const finding = { code: 'over-cap', detail: 'Of 1000.00 USD there is 1000.00 left to invoice.' }
  expect([over.findings, within.findings]).toEqual([[finding], []])
  expect((await w.done(viewMyInvoice, at.actor, { invoiceId: over.id })).findings).toEqual([finding])
})

test('what was rejected no longer counts towards the cap', async () => {
  const at = await contractorAtWork(w, { cap: '1000.00' })
  const [first, second] = [await draftOver(at, '900.00'), await draftOver(at, '900.00')]
  const submitted = await w.done(submitInvoice, at.actor, { invoiceId: first.id, version: 1 })

  expect((await w.ask(submitInvoice, at.actor, { invoiceId: second.id, version: 1 })).status).toBe(422)
  await w.done(rejectInvoice, w.member('manager'), {
    invoiceId: first.id,
    version: submitted.version,
    reason: 'Never ordered',
  })
  expect((await w.ask(submitInvoice, at.actor, { invoiceId: second.id, version: 1 })).status).toBe(200)
})

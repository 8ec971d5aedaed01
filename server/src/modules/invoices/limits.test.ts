import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { changeLimits, changePolicy, viewPolicy } from '#modules/approvals/contract.ts'
import { memberOnFile } from '#test/approvals-world.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { approveInvoice, draftInvoice, submitInvoice, voidInvoice } from './contract.ts'

let w: World
let dana: Actor
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())
beforeEach(async () => {
  dana = await memberOnFile(w, 'Dana Whitfield', 'approver')
  const limits = [{ amount: '1000.00', currency: 'USD' }]
  await w.done(changeLimits, w.member('owner'), { personId: dana.personId, limits, version: 0 })
})

type AtWork = Awaited<ReturnType<typeof contractorAtWork>>
let count = 0

const submittedOver = async ({ assignmentId, actor }: AtWork, amount: string) => {
  count += 1
  const lines = [{ description: 'Motion design', quantity: '1', unitPrice: amount }]
  const number = `LIMIT-${count}`
  const draft = await w.done(draftInvoice, actor, { assignmentId, number, issuedOn: '2026-11-16', lines })
  return w.done(submitInvoice, actor, { invoiceId: draft.id, version: draft.version })
}
type Submitted = Awaited<ReturnType<typeof submittedOver>>
const approveAs = (actor: Actor, { id, version }: Submitted) =>
  w.ask(approveInvoice, actor, { invoiceId: id, version })

test('three invoices of 999 on one day are not approved by somebody with a limit of 1,000', async () => {
  const at = await contractorAtWork(w)
  const [first, second, third] = [
    await submittedOver(at, '999.00'),
    await submittedOver(at, '999.00'),
    await submittedOver(at, '999.00'),
  ]

  expect((await approveAs(dana, first)).status).toBe(200)
  for (const more of [second, third]) {
    expect((await approveAs(dana, more)).body).toMatchObject({
      type: '/problems/over-your-limit',
      limit: { amount: '1000.00', currency: 'USD' },
      approvedBefore: { amount: '999.00', currency: 'USD' },
    })
  }
  expect((await approveAs(w.member('approver'), second)).status).toBe(200)
})

test('an invoice that was made void no longer counts', async () => {
  const at = await contractorAtWork(w)
  const first = await submittedOver(at, '900.00')
  await approveAs(dana, first)
  const voided = { invoiceId: first.id, version: first.version + 1, reason: 'Sent twice' }
  await w.done(voidInvoice, w.member('finance'), voided)

  expect((await approveAs(dana, await submittedOver(at, '900.00'))).status).toBe(200)
})

test('of two approvals at once the limit lets one through, in ten rounds of ten', async () => {
  for (let round = 0; round < 10; round += 1) {
    const at = await contractorAtWork(w)
    const both = [await submittedOver(at, '900.00'), await submittedOver(at, '900.00')]

    const answers = await Promise.all(both.map((invoice) => approveAs(dana, invoice)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  }
}, 60_000)

test('an invoice cut in three still takes two people where the whole would', async () => {
  const owner = w.member('owner')
  const { version } = await w.done(viewPolicy, owner, {})
  await w.done(changePolicy, owner, { secondAbove: [{ amount: '2000.00', currency: 'USD' }], version })
  const at = await contractorAtWork(w)
  const parts = [
    await submittedOver(at, '999.00'),
    await submittedOver(at, '999.00'),
    await submittedOver(at, '999.00'),
  ]

  const answers = []
  for (const part of parts) answers.push(await approveAs(w.member('approver'), part))

  expect(answers.map(({ body }: { body: { status: string } }) => body.status)).toEqual([
    'approved',
    'approved',
    'in_approval',
  ])
})

test('the limit counts each contractor by itself, and what is older than 30 days no more', async () => {
  const [priya, marco] = [await contractorAtWork(w), await contractorAtWork(w)]
  await approveAs(dana, await submittedOver(priya, '900.00'))

  expect((await approveAs(dana, await submittedOver(marco, '900.00'))).status).toBe(200)
  expect((await approveAs(dana, await submittedOver(priya, '900.00'))).status).toBe(409)
  w.advance(31 * 86_400_000)
  expect((await approveAs(dana, await submittedOver(priya, '900.00'))).status).toBe(200)
})

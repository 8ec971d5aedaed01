import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { changeInvoice, draftInvoice } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const line = { description: 'Motion design, week 46', quantity: '7.5', unitPrice: '85.00' }

test.each([
  ['quantity', '-0'],
  ['quantity', '-0.00'],
  ['unitPrice', '-0'],
  ['unitPrice', '1e3'],
  ['taxRate', '-50'],
  ['taxRate', '-0'],
  ['taxRate', '100.0001'],
  ['taxRate', '999.9999'],
])('a line with the %s %s is refused at its field', async (field, value) => {
  const { assignmentId, actor } = await contractorAtWork(w)

  const { status, body } = await w.ask(draftInvoice, actor, {
    assignmentId,
    number: 'ODD-1',
    issuedOn: '2026-11-16',
    lines: [{ ...line, [field]: value }],
  })

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: `#/lines/0/${field}` }] })
})

test('a line beyond every invoice is refused at its line, when drafted and when changed', async () => {
  const { assignmentId, actor } = await contractorAtWork(w)
  const written = { assignmentId, number: 'WHOLE-1', issuedOn: '2026-11-16', lines: [line] }
  const { id: invoiceId } = await w.done(draftInvoice, actor, written)
  const huge = [line, { ...line, quantity: '999999999999', unitPrice: '99999999999999' }]
  const input = { number: 'HUGE-1', issuedOn: '2026-11-16', lines: huge }

  const draft = await w.ask(draftInvoice, actor, { assignmentId, ...input })
  const change = await w.ask(changeInvoice, actor, { invoiceId, version: 1, ...input })

  for (const { status, body } of [draft, change]) {
    expect(status).toBe(422)
    expect(body).toMatchObject({ type: '/problems/invoice-amount-too-large', errors: [{ pointer: '#/lines/1' }] })
  }
})

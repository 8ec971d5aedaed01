import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn } from '#kernel/dates.ts'
import { stepsOf } from '#kernel/states.ts'
import { contractorActor, contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  approveInvoice,
  changeInvoice,
  draftInvoice,
  listMyInvoices,
  rejectInvoice,
  returnInvoice,
  submitInvoice,
  viewInvoice,
  viewMyInvoice,
  voidInvoice,
  voidMyInvoice,
} from './contract.ts'
import { invoiceTransitions } from './invoice.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const rates = fc.constantFrom('0', '0.0', '19', '19.00', '7.50')
let count = 0
const lines = [
  { description: 'Motion design, week 46', quantity: '7.5', unitPrice: '85.00' },
  { description: 'Revisions', quantity: '0.333', unitPrice: '85.00' },
]

const drafted = async (terms: Parameters<typeof contractorAtWork>[1] = {}, input: object = {}) => {
  const at = await contractorAtWork(w, terms)
  count += 1
  const { assignmentId, actor } = at
  const written = { assignmentId, number: `INV-${count}`, issuedOn: '2026-11-16', lines, ...input }
  const invoice = await w.done(draftInvoice, actor, written)
  return { ...at, invoice, invoiceId: invoice.id }
}

const submitted = async (terms: Parameters<typeof contractorAtWork>[1] = {}, input: object = {}) => {
  const draft = await drafted(terms, input)
  const invoice = await w.done(submitInvoice, draft.actor, { invoiceId: draft.invoiceId, version: 1 })
  return { ...draft, invoice }
}

test('the same steps are legal in code and in the database', async () => {
  const rows = await w.sql(
    `select from_state || '>' || to_state as step from legal_transitions where object = 'invoices'`,
  )

  expect(rows.map(({ step }) => step).sort()).toEqual(stepsOf(invoiceTransitions))
})

test('the sums are ours: a caller who sends a total is refused', async () => {
  const { assignmentId, actor } = await contractorAtWork(w)

  const { body } = await w.ask(draftInvoice, actor, {
    assignmentId,
    number: 'X1',
    issuedOn: '2026-11-16',
    lines: [{ ...lines[0], net: { amount: '1.00', currency: 'USD' } }],
    total: { amount: '1.00', currency: 'USD' },
  })

  expect(body).toMatchObject({ errors: [{ pointer: '#/lines/0/net' }, { pointer: '#/total' }] })
})

test('lines are rounded one by one and add up to the cent', async () => {
  const { invoice } = await drafted()

  expect(invoice.lines.map(({ net }) => net.minor)).toEqual([63_750n, 2_831n])
  expect(invoice.total).toEqual({ minor: 66_581n, currency: 'USD' })
})

test('a draft is answered as it is kept, however its numbers were written', async () => {
  const decimals = fc.stringMatching(/^-?(0|[1-9]\d{0,5})(\.\d{1,4})?$/).filter((text) => !/^-0(\.0+)?$/.test(text))
  const line = fc.record({
    description: fc.constant('Layout'),
    quantity: decimals,
    unitPrice: decimals,
    taxRate: rates,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), async (odd) => {
      const { invoice, actor, invoiceId } = await drafted({}, { lines: odd })

      expect(await w.done(viewMyInvoice, actor, { invoiceId })).toEqual(invoice)
    }),
    { numRuns: 15, examples: [[[{ description: 'Layout', quantity: '-1.50', unitPrice: '85', taxRate: '19.50' }]]] },
  )
}, 120_000)

test('an empty invoice and one from the future are not submitted, and both reasons are told at once', async () => {
  const { actor, invoiceId } = await drafted({}, { lines: [], issuedOn: '2026-12-24' })

  const { status, body } = await w.ask(submitInvoice, actor, { invoiceId, version: 1 })

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: '#/lines' }, { pointer: '#/issuedOn' }] })
})

test('a contractor ahead of the organization’s clock submits what is dated by their own calendar', async () => {
  const tomorrow = dayIn('Pacific/Kiritimati', w.now())
  const { actor, invoiceId } = await drafted({}, { issuedOn: tomorrow })
  const later = await drafted({}, { issuedOn: addDays(tomorrow, 1) })

  expect((await w.ask(submitInvoice, actor, { invoiceId, version: 1 })).status).toBe(200)
  expect((await w.ask(submitInvoice, later.actor, { invoiceId: later.invoiceId, version: 1 })).status).toBe(422)
})

test.each(['INV-0042', 'inv 42', 'INV–42', 'ＩＮＶ-42', 'INV-​42', 'lNV-42'])(
  'the number INV-42 written as %s is the same number',
  async (spelling) => {
    const { assignmentId, actor } = await drafted({}, { number: 'INV-42' })

    const { status, body } = await w.ask(draftInvoice, actor, {
      assignmentId,
      number: spelling,
      issuedOn: '2026-11-16',
      lines,
    })

    expect(status).toBe(409)
    expect(body).toMatchObject({ type: '/problems/invoice-number-taken', errors: [{ pointer: '#/number' }] })
  },
)

test('more than the cap of the assignment is not submitted, and what is left is told', async () => {
  const { actor, assignmentId } = await submitted({ cap: '700.00' })
  const more = await w.done(draftInvoice, actor, { assignmentId, number: 'MORE-1', issuedOn: '2026-11-16', lines })

  const { body } = await w.ask(submitInvoice, actor, { invoiceId: more.id, version: 1 })

  expect(body).toMatchObject({
    type: '/problems/invoice-over-cap',
    errors: [{ detail: 'Of 700.00 USD there is 34.19 left to invoice.' }],
  })
})

test('a submitted invoice can no longer be changed by its contractor', async () => {
  const { actor, invoiceId, invoice } = await submitted()

  const { body } = await w.ask(changeInvoice, actor, {
    invoiceId,
    version: invoice.version,
    number: 'Y1',
    issuedOn: '2026-11-16',
    lines,
  })

  expect(body).toMatchObject({ type: '/problems/invoice-is-fixed' })
})

test('nobody approves what they submitted, whatever their role', async () => {
  const { actor, invoiceId, invoice } = await submitted()
  const both = { ...actor, roles: ['contractor', 'owner'] as const }

  const { body } = await w.ask(approveInvoice, both, { invoiceId, version: invoice.version })

  expect(body).toMatchObject({ type: '/problems/own-invoice' })
})

test('neither finance nor an API key approves an invoice', async () => {
  const { invoiceId, invoice } = await submitted()
  const key = { ...w.member('approver'), via: 'key' as const }

  for (const actor of [w.member('finance'), key]) {
    expect((await w.ask(approveInvoice, actor, { invoiceId, version: invoice.version })).status).toBe(403)
  }
})

test('an approver approves, and the approval holds what was approved', async () => {
  const { invoiceId, invoice, contractorId } = await submitted()
  const dana = w.member('approver')

  const approved = await w.done(approveInvoice, dana, { invoiceId, version: invoice.version })

  expect(approved).toMatchObject({ status: 'approved', approvedBy: dana.personId, version: invoice.version + 1 })
  expect(await w.journal()).toContainEqual({
    name: 'invoices.approved',
    data: {
      invoiceId,
      contractorId,
      number: invoice.number,
      total: { amount: '665.81', currency: 'USD' },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    personId: dana.personId,
    via: 'session',
  })
})

test('an invoice whose lines were changed behind its back is not approved', async () => {
  const { invoiceId, invoice } = await submitted()
  await w.sql('update invoice_lines set description = $2 where invoice_id = $1 and position = 1', [
    invoiceId,
    'Other work',
  ])

  const { body } = await w.ask(approveInvoice, w.member('approver'), { invoiceId, version: invoice.version })

  expect(body).toMatchObject({ type: '/problems/invoice-content-changed' })
})

test('twenty approvers at once approve once', async () => {
  const { invoiceId, invoice } = await submitted()

  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      w.ask(approveInvoice, w.member('approver'), { invoiceId, version: invoice.version }),
    ),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
})

test('a returned invoice goes back to its contractor, who changes and submits it again', async () => {
  const { actor, invoiceId, invoice } = await submitted()
  const dana = w.member('manager')

  const returned = await w.done(returnInvoice, dana, {
    invoiceId,
    version: invoice.version,
    reason: 'The week is missing',
  })
  const changed = await w.done(changeInvoice, actor, {
    invoiceId,
    version: returned.version,
    number: invoice.number,
    issuedOn: '2026-11-16',
    note: 'Week 46',
    lines: lines.slice(0, 1),
  })
  const again = await w.done(submitInvoice, actor, { invoiceId, version: changed.version })

  expect(returned).toMatchObject({ status: 'returned_for_changes', reason: 'The week is missing' })
  expect(again).toMatchObject({ status: 'submitted', reason: null, total: { minor: 63_750n } })
})

test('a rejected invoice stays rejected', async () => {
  const { invoiceId, invoice } = await submitted()
  const dana = w.member('manager')

  const rejected = await w.done(rejectInvoice, dana, { invoiceId, version: invoice.version, reason: 'Never ordered' })

  expect((await w.ask(approveInvoice, dana, { invoiceId, version: rejected.version })).body).toMatchObject({
    type: '/problems/invoice-cannot-move',
  })
})

test('a contractor takes back what nobody approved; finance makes void what was', async () => {
  const first = await submitted()
  const second = await submitted()
  const approved = await w.done(approveInvoice, w.member('approver'), { invoiceId: second.invoiceId, version: 2 })

  const mine = await w.done(voidMyInvoice, first.actor, {
    invoiceId: first.invoiceId,
    version: 2,
    reason: 'Wrong month',
  })
  const tooLate = await w.ask(voidMyInvoice, second.actor, {
    invoiceId: second.invoiceId,
    version: 3,
    reason: 'Wrong',
  })
  const theirs = await w.done(voidInvoice, w.member('finance'), {
    invoiceId: second.invoiceId,
    version: approved.version,
    reason: 'Paid by card',
  })

  expect([mine.status, tooLate.status, theirs.status]).toEqual(['void', 409, 'void'])
})

test('a draft is the contractor’s alone, and nobody sees the invoices of another contractor', async () => {
  const draft = await drafted()
  const other = contractorActor(w, draft.contractorId)
  const stranger = await drafted()

  expect((await w.ask(viewInvoice, w.member('finance'), { invoiceId: draft.invoiceId })).status).toBe(404)
  expect((await w.ask(viewMyInvoice, stranger.actor, { invoiceId: draft.invoiceId })).status).toBe(404)
  expect((await w.done(listMyInvoices, other, {})).items.map(({ id }) => id)).toEqual([draft.invoiceId])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import {
  approveInvoice,
  draftInvoice,
  listInvoices,
  rejectInvoice,
  returnInvoice,
  submitInvoice,
  sumInvoices,
  viewInvoice,
  voidInvoice,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

let count = 0
const lines = [{ description: 'Motion design', quantity: '2', unitPrice: '85.00' }]

const submitted = async () => {
  const at = await contractorAtWork(w)
  count += 1
  const number = `DEC-${count}`
  const draft = await w.done(draftInvoice, at.actor, {
    assignmentId: at.assignmentId,
    number,
    issuedOn: '2026-11-16',
    lines,
  })
  const invoice = await w.done(submitInvoice, at.actor, { invoiceId: draft.id, version: draft.version })
  return { ...at, number, invoiceId: invoice.id, version: invoice.version }
}

describe('refused', () => {
  test.each([
    ['returned', returnInvoice],
    ['rejected', rejectInvoice],
    ['made void', voidInvoice],
  ])('an invoice is not %s without a reason', async (_, endpoint) => {
    const { invoiceId, version } = await submitted()

    const { body } = await w.ask(endpoint, w.member('owner'), { invoiceId, version, reason: '  ' })

    expect(body).toMatchObject({ errors: [{ pointer: '#/reason', detail: 'Say why.' }] })
  })

  test('whoever decides without the role: money is decided by owners, managers and approvers alone', async () => {
    const { invoiceId, version } = await submitted()
    const may = new Set(['owner', 'manager', 'approver'])

    for (const role of everyRole.filter((one) => !may.has(one) && one !== 'contractor')) {
      const input = { invoiceId, version, reason: 'Wrong rate' }
      const statuses = []
      for (const endpoint of [returnInvoice, rejectInvoice])
        statuses.push((await w.ask(endpoint, w.member(role), input)).status)
      expect([role, ...statuses]).toEqual([role, 403, 403])
    }
  })

  test('an approver of another department finds nothing to decide on', async () => {
    const ours = await submitted()
    const other = await submitted()
    const limited = { ...w.member('approver'), departmentIds: [other.departmentId] }

    const { invoiceId, version } = ours
    const answers = [
      await w.ask(approveInvoice, limited, { invoiceId, version }),
      await w.ask(rejectInvoice, limited, { invoiceId, version, reason: 'Not mine' }),
      await w.ask(viewInvoice, limited, { invoiceId }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  test('whoever looked at an older version', async () => {
    const { invoiceId, version } = await submitted()

    const { body } = await w.ask(approveInvoice, w.member('approver'), { invoiceId, version: version - 1 })

    expect(body).toMatchObject({ type: '/problems/stale', currentVersion: version })
  })

  test('an approved invoice is neither returned nor rejected any more, nor approved again', async () => {
    const { invoiceId, version } = await submitted()
    const approved = await w.done(approveInvoice, w.member('approver'), { invoiceId, version })
    const input = { invoiceId, version: approved.version, reason: 'Too late' }

    for (const endpoint of [returnInvoice, rejectInvoice])
      expect((await w.ask(endpoint, w.member('manager'), input)).body).toMatchObject({
        type: '/problems/invoice-cannot-move',
        from: 'approved',
      })
    const again = { invoiceId, version: approved.version }
    expect((await w.ask(approveInvoice, w.member('manager'), again)).status).toBe(409)
  })

  test('one of a return and an approval at once, never both', async () => {
    const { invoiceId, version } = await submitted()

    const answers = await Promise.all([
      w.ask(approveInvoice, w.member('approver'), { invoiceId, version }),
      w.ask(returnInvoice, w.member('manager'), { invoiceId, version, reason: 'The week is missing' }),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('each decision is told with who, what and why', async () => {
  const [first, second] = [await submitted(), await submitted()]
  const manager = w.member('manager')
  const reason = 'Never ordered'
  await w.done(rejectInvoice, manager, { invoiceId: first.invoiceId, version: first.version, reason })
  await w.done(returnInvoice, manager, {
    invoiceId: second.invoiceId,
    version: second.version,
    reason: 'Week?',
  })

  const told = (await w.journal())
    .filter(({ name }) => name === 'invoices.rejected' || name === 'invoices.returned')
    .slice(-2)

  expect(told.map(({ name, data, personId }) => [name, data.number, data.reason, personId])).toEqual([
    ['invoices.rejected', first.number, reason, manager.personId],
    ['invoices.returned', second.number, 'Week?', manager.personId],
  ])
})

test('the list is filtered by state, contractor, project and department, and pages without a gap', async () => {
  const [one, other] = [await submitted(), await submitted()]
  await w.done(approveInvoice, w.member('approver'), { invoiceId: one.invoiceId, version: one.version })
  const finance = w.member('finance')
  const idsFor = async (filter: object) => (await w.done(listInvoices, finance, filter)).items.map(({ id }) => id)

  expect(await idsFor({ contractorId: one.contractorId, status: 'submitted' })).toEqual([])
  expect(await idsFor({ contractorId: one.contractorId, status: 'approved' })).toEqual([one.invoiceId])
  expect(await idsFor({ projectId: other.projectId })).toEqual([other.invoiceId])
  expect(await idsFor({ departmentId: one.departmentId })).toEqual([one.invoiceId])
  expect(await idsFor({ search: other.number.toLowerCase() })).toContain(other.invoiceId)

  const all = await idsFor({ limit: 200 })
  const paged: string[] = []
  let after: string | null | undefined
  do {
    const page = await w.done(listInvoices, finance, { limit: 3, ...(after ? { after } : {}) })
    paged.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(paged).toEqual(all)
})

test('an approver limited to a department sees the invoices of that department only', async () => {
  const ours = await submitted()
  await submitted()
  const limited = { ...w.member('approver'), departmentIds: [ours.departmentId] }

  const { items } = await w.done(listInvoices, limited, { status: 'submitted' })
  const sums = await w.done(sumInvoices, limited, { status: ['submitted', 'draft'] })

  expect(items.map(({ id }) => id)).toEqual([ours.invoiceId])
  expect(sums.items).toEqual([{ currency: 'USD', count: 1, total: items[0]?.total }])
})

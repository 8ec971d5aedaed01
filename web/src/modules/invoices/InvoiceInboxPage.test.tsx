import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { type Heard, refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { InvoiceInboxPage } from './InvoiceInboxPage.tsx'

const idOf = (number: number) => `01930000-0000-7000-8000-00000000010${number}`
const other = '01930000-0000-7000-8000-000000000099'
const dollars = (amount: string) => ({ amount, currency: 'USD' })

const rowOf = (number: number, contractorName: string, day: number) => ({
  id: idOf(number),
  number: `NW-${number}`,
  status: 'submitted',
  contractorId: other,
  contractorName,
  departmentId: other,
  departmentName: 'Design',
  projectId: other,
  projectName: 'Spring campaign',
  issuedOn: '2026-11-10',
  submittedAt: `2026-11-${day}T09:00:00Z`,
  total: dollars('1250.00'),
})

const viewOf = (row: ReturnType<typeof rowOf>, mayDecide = true) => ({
  ...row,
  engagementId: other,
  legalEntityId: other,
  legalEntityName: 'Northwind LLC',
  assignmentId: other,
  assignmentTitle: 'Motion design',
  periodFrom: null,
  periodTo: null,
  note: '',
  currency: 'USD',
  lines: [],
  net: dollars('1250.00'),
  tax: dollars('0.00'),
  adjustment: dollars('0.00'),
  source: 'written',
  fileId: null,
  pdfFileId: null,
  findings: [],
  reason: null,
  submittedBy: other,
  approvedBy: null,
  approvedAt: null,
  movedAt: '2026-11-12T09:00:00Z',
  version: 3,
  can: { change: false, submit: false, decide: mayDecide, void: false },
})

// The server lists the newest first.
const rows = [rowOf(3, 'Aiko Tanaka', 14), rowOf(2, 'Samuel Osei', 13), rowOf(1, 'Priya Raman', 12)]

/** A server with these invoices waiting, which forgets each one that is decided. */
const waiting = (all = rows, { mayDecide = true, approval = {} } = {}) => {
  const left = new Map(all.map((row) => [row.id, row]))
  const decide = (row: ReturnType<typeof rowOf>, status: string) => () => {
    left.delete(row.id)
    return { body: { ...viewOf(row), status } }
  }
  return serve({
    'GET /api/v1/invoices': () => ({ body: { items: [...left.values()], next: null } }),
    ...Object.fromEntries(
      all.flatMap((row) => [
        [`GET /api/v1/invoices/${row.id}`, () => ({ body: viewOf(row, mayDecide) })],
        [`POST /api/v1/invoices/${row.id}/approval`, decide(row, 'approved')],
        [`POST /api/v1/invoices/${row.id}/return`, decide(row, 'returned_for_changes')],
      ]),
    ),
    ...approval,
  })
}

const inbox = () =>
  showPage(<InvoiceInboxPage />, { at: '/northwind/invoices', can: ['invoices.list', 'invoices.approve'] })

const open = () => screen.findByRole('region', { name: 'The chosen invoice' })
const opened = async (number: string) => within(await open()).findByRole('heading', { name: new RegExp(number) })
const decisions = (calls: readonly Heard[]) => calls.filter(({ method }) => method === 'POST')

// Dialogs are slow to build where nothing is drawn.
describe('nothing is decided by accident', { timeout: 20_000 }, () => {
  test('while somebody types a reason, letters are letters', async () => {
    const calls = waiting()
    const { user } = inbox()
    await opened('NW-1')

    await user.keyboard('r')
    await user.type(await screen.findByLabelText('What should be changed?'), 'a rate')

    expect(decisions(calls)).toEqual([])
  })

  test('an invoice is not returned without a reason', async () => {
    const calls = waiting()
    const { user } = inbox()
    await opened('NW-1')

    await user.keyboard('r')
    await user.click(await screen.findByRole('button', { name: 'Return it' }))

    expect(await screen.findByText('Say why.')).toBeTruthy()
    expect(decisions(calls)).toEqual([])
  })

  test('a key does nothing to an invoice that is somebody else’s to decide', async () => {
    const calls = waiting(rows, { mayDecide: false })
    const { user } = inbox()
    await opened('NW-1')

    await user.keyboard('a')

    expect(decisions(calls)).toEqual([])
    expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull()
  })

  test('what differs from the file stands beside the decision', async () => {
    const detail = 'The total in the file is 60.00 USD, in the invoice 100.00 USD.'
    const [first] = rows
    const odd = { ...viewOf(first!), findings: [{ code: 'differs-from-file', detail }] }
    waiting([first!], { approval: { [`GET /api/v1/invoices/${first!.id}`]: () => ({ body: odd }) } })
    inbox()

    const findings = await screen.findByRole('region', { name: 'Look at this before you decide' })

    expect(within(findings).getByText(detail)).toBeTruthy()
  })

  test('a refused approval stays open and says why', async () => {
    const refused = () => refusal(409, 'invoice-content-changed', 'This invoice is no longer what was submitted.')
    waiting(rows, { approval: { [`POST /api/v1/invoices/${idOf(1)}/approval`]: refused } })
    const { user } = inbox()
    await opened('NW-1')

    await user.keyboard('a')

    expect((await screen.findByRole('alert')).textContent).toContain('This invoice is no longer what was submitted.')
    expect(await opened('NW-1')).toBeTruthy()
  })
})

test('the invoice that waits longest is open first', async () => {
  waiting()
  inbox()

  expect(await opened('NW-1')).toBeTruthy()
  const list = screen.getByRole('list', { name: 'Invoices to decide' })
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent?.slice(0, 5)),
  ).toEqual(['Priya', 'Samue', 'Aiko '])
})

test('one key approves what is open, as it stands, and opens the next', async () => {
  const calls = waiting()
  const { user } = inbox()
  await opened('NW-1')

  await user.keyboard('a')

  expect(await opened('NW-2')).toBeTruthy()
  expect(decisions(calls)).toMatchObject([
    { path: `/api/v1/invoices/${idOf(1)}/approval`, body: { version: 3, note: '' } },
  ])
})

test('the last one decided leaves nothing to do', async () => {
  waiting([rowOf(1, 'Priya Raman', 12)])
  const { user } = inbox()
  await opened('NW-1')

  await user.keyboard('a')

  expect(await screen.findByText('Everything is decided')).toBeTruthy()
})

test('a returned invoice takes the words along, and the next one opens', async () => {
  const calls = waiting()
  const { user } = inbox()
  await opened('NW-1')

  await user.keyboard('r')
  await user.type(await screen.findByLabelText('What should be changed?'), 'The rate is 80.00.')
  await user.click(screen.getByRole('button', { name: 'Return it' }))

  expect(await opened('NW-2')).toBeTruthy()
  expect(decisions(calls)).toMatchObject([{ body: { reason: 'The rate is 80.00.', version: 3 } }])
})

test('j and k walk the list, and the address follows', async () => {
  waiting()
  const { user, address } = inbox()
  await opened('NW-1')

  await user.keyboard('j')
  await opened('NW-2')
  await user.keyboard('j')
  await opened('NW-3')
  await user.keyboard('k')

  expect(await opened('NW-2')).toBeTruthy()
  expect(address()).toBe(`/northwind/invoices?invoice=${idOf(2)}`)
})

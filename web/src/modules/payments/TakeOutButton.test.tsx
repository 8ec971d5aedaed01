import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { PaymentRow, PayRunView } from '#modules/payments/contract.ts'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { TakeOutButton } from './TakeOutButton.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const usd = (amount: string) => ({ amount, currency: 'USD' })
const can = {
  remove: true,
  lock: true,
  approve: false,
  release: false,
  download: false,
  acknowledge: false,
  settle: false,
  cancel: true,
}
const runOnTheWire = {
  id: uuid(1),
  number: 12,
  legalEntityId: uuid(2),
  legalEntityName: 'Northwind Ltd',
  currency: 'USD',
  method: 'nacha',
  payOn: '2026-11-26',
  status: 'open',
  payments: 1,
  invoices: 2,
  total: usd('300.00'),
  preparedAt: '2026-11-20T09:00:00Z',
  leftOut: 0,
  settled: 0,
  returned: 0,
  contentHash: null,
  prepared: null,
  locked: null,
  approved: null,
  released: null,
  acknowledgedAt: null,
  reason: null,
  movedAt: '2026-11-20T09:00:00Z',
  file: null,
  version: 4,
  can,
} satisfies z.input<typeof PayRunView>
const run = z.decode(PayRunView, runOnTheWire)
const paymentWith = (...numbers: readonly string[]) =>
  z.decode(PaymentRow, {
    id: uuid(5),
    reference: 'NW-12-1',
    payRunId: uuid(1),
    payRunNumber: 12,
    payOn: '2026-11-26',
    legalEntityId: uuid(2),
    legalEntityName: 'Northwind Ltd',
    contractorId: uuid(6),
    contractorName: 'Priya Raman',
    payeeId: uuid(7),
    payeeName: 'Priya Raman',
    accountLast4: '8812',
    amount: usd('300.00'),
    status: 'prepared',
    invoices: numbers.map((number, at) => ({ invoiceId: uuid(20 + at), number, amount: usd('150.00') })),
    sentAt: null,
    settledOn: null,
    returnedOn: null,
    returnCode: null,
    reason: null,
    hasRemittance: false,
    version: 1,
  })

const removals = `POST /api/v1/pay-runs/${uuid(1)}/removals`
const ask = async (answer: Parameters<typeof serve>[0][string], ...numbers: readonly string[]) => {
  const calls = serve({ [removals]: answer })
  const at = `/northwind/payments/runs/${uuid(1)}`
  const { user } = showPage(<TakeOutButton run={run} payment={paymentWith(...numbers)} />, { at })
  await user.click(await screen.findByRole('button', { name: 'Take Priya Raman out of the run' }))
  return { calls, user, dialog: within(await screen.findByRole('dialog')) }
}
const done = () => ({ body: { ...runOnTheWire, version: 5 } })

test('nothing is taken out without a reason', async () => {
  const { calls, user, dialog } = await ask(done, 'NW-104')

  await user.click(dialog.getByRole('button', { name: 'Take out' }))

  expect(dialog.getByText('Say why.')).toBeTruthy()
  expect(calls).toEqual([])
})

test('a run that has moved on refuses, in its own words, and keeps the reason', async () => {
  const refused = () => refusal(409, 'stale', 'Somebody changed this meanwhile.')
  const { user, dialog } = await ask(refused, 'NW-104')

  await user.type(dialog.getByLabelText('Why?'), 'Wrong rate')
  await user.click(dialog.getByRole('button', { name: 'Take out' }))

  expect(await dialog.findByText('Somebody changed this meanwhile.')).toBeTruthy()
  expect(dialog.getByLabelText('Why?')).toHaveProperty('value', 'Wrong rate')
})

test('of several invoices some can stay', async () => {
  const { calls, user, dialog } = await ask(done, 'NW-104', 'NW-105')

  await user.click(dialog.getByRole('checkbox', { name: /NW-104/ }))
  await user.type(dialog.getByLabelText('Why?'), 'Wrong rate')
  await user.click(dialog.getByRole('button', { name: 'Take out' }))

  expect(calls[0]?.body).toEqual({ version: 4, invoiceIds: [uuid(21)], reason: 'Wrong rate' })
}, 20_000)

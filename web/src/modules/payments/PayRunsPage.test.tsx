import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { PayRunsPage } from './PayRunsPage.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const run = {
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
  total: { amount: '300.00', currency: 'USD' },
  preparedAt: '2026-11-20T09:00:00Z',
}

const page = (at: string) => {
  const calls = serve({
    'GET /api/v1/pay-runs': ({ path }) => ({ body: { items: path.includes('search=99') ? [] : [run], next: null } }),
  })
  return { calls, ...showPage(<PayRunsPage />, { at }) }
}

test('a number that no run has is said to match nothing, by the server and not by what is loaded', async () => {
  const { calls } = page('/northwind/payments/runs?q=99')

  expect(await screen.findByText('No pay runs match')).toBeTruthy()
  expect(calls[0]?.path).toContain('search=99')
}, 20_000)

test('without words to search for all runs are asked for', async () => {
  const { calls } = page('/northwind/payments/runs')

  expect(await screen.findByText('Pay run 12')).toBeTruthy()
  await waitFor(() => expect(calls.every(({ path }) => !path.includes('search'))).toBe(true))
}, 20_000)

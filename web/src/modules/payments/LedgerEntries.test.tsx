import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Currency } from '#kernel/money.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { LedgerEntries } from './LedgerEntries.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const account = {
  legalEntityId: LegalEntityId.parse(uuid(1)),
  kind: 'payable',
  ownerId: uuid(2),
  currency: Currency.parse('USD'),
} as const
const { legalEntityId, kind, ownerId } = account
const usd = (amount: string) => ({ amount, currency: 'USD' })
const own = { legalEntityId, kind, ownerId, ownerName: 'Priya Raman' }
const entry = {
  id: uuid(9),
  kind: 'invoice_approved',
  subjectId: uuid(8),
  subjectName: 'NW-104',
  reverses: null,
  bookedAt: '2026-11-16T09:00:00Z',
  postings: [
    { legalEntityId, kind: 'expense', ownerId: uuid(1), ownerName: 'Northwind Ltd', amount: usd('1250.00') },
    { ...own, amount: usd('-1250.00') },
  ],
}

const page = (entries: readonly object[]) => {
  const calls = serve({
    'GET /api/v1/ledger/balances': () => ({
      body: { items: [{ ...own, balance: usd('-1250.00') }], next: null },
    }),
    'GET /api/v1/ledger/entries': () => ({ body: { items: entries, next: null } }),
  })
  return { calls, ...showPage(<LedgerEntries account={account} />, { at: '/northwind/payments/ledger' }) }
}

test('an account without entries says so', async () => {
  page([])

  expect(await screen.findByText('Nothing was booked here')).toBeTruthy()
})

test('an account shows what stands on it, and each entry leads to what it records', async () => {
  const { calls } = page([entry])

  const row = within(await screen.findByRole('listitem'))

  expect(await screen.findByRole('heading', { name: 'Priya Raman' })).toBeTruthy()
  expect(row.getByRole('link', { name: 'Invoice approved · NW-104' }).getAttribute('href')).toBe(
    `/northwind/invoices/${uuid(8)}`,
  )
  expect(row.getByText(/expense of Northwind Ltd/)).toBeTruthy()
  expect(row.getByText(/1,250\.00/)).toBeTruthy()
  expect(calls.find(({ path }) => path.includes('/entries'))?.path).toContain('currency=USD')
})

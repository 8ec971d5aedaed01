import { expect, test } from 'vitest'
import { z } from 'zod'
import { LedgerEntryView } from '#modules/payments/contract.ts'
import { pathOfSubject, sidesOf, wordsOfEntry } from './ledgerWords.ts'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const posting = (kind: string, ownerId: string, amount: string, currency = 'USD') => ({
  legalEntityId: uuid(1),
  kind,
  ownerId,
  ownerName: 'Priya Raman',
  amount: { amount, currency },
})
const entryOf = (kind: string, ...postings: readonly object[]) =>
  z.decode(LedgerEntryView, {
    id: uuid(9),
    kind,
    subjectId: uuid(8),
    subjectName: 'NW-104',
    reverses: null,
    bookedAt: '2026-11-16T09:00:00Z',
    postings,
  } as z.input<typeof LedgerEntryView>)

const entry = entryOf(
  'invoice_approved',
  posting('expense', uuid(1), '100.00'),
  posting('payable', uuid(2), '-100.00'),
)
const account = { legalEntityId: entry.postings[1]!.legalEntityId, kind: 'payable', ownerId: uuid(2) } as const

test('an account in another currency has no part in an entry', () => {
  expect(sidesOf(entry, { ...account, currency: 'EUR' }).own).toBeUndefined()
})

test('an entry has its amount on this account, and says where the other side is', () => {
  const { own, others } = sidesOf(entry, { ...account, currency: 'USD' })

  expect(own?.amount.minor).toBe(-10_000n)
  expect(others.map(({ kind }) => kind)).toEqual(['expense'])
})

test('an entry leads to the invoice or the payment it records', () => {
  expect(wordsOfEntry(entry)).toBe('Invoice approved · NW-104')
  expect(pathOfSubject('northwind', entry)).toBe(`/northwind/invoices/${uuid(8)}`)
  expect(pathOfSubject('northwind', entryOf('payment_sent'))).toBe(`/northwind/payments/${uuid(8)}`)
})

import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { BankAccountsPage } from './BankAccountsPage.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const waiting = {
  id: uuid(1),
  payeeId: uuid(2),
  kind: 'us_bank',
  holderName: 'Priya Raman',
  currency: 'USD',
  routingNumber: '021000021',
  accountType: 'checking',
  bic: null,
  last4: '8812',
  status: 'pending_verification',
  isChange: true,
  requestedBy: uuid(3),
  requestedAt: '2026-11-20T09:00:00Z',
  verifiedBy: null,
  verifiedAt: null,
  verifiedHow: null,
  holdUntil: null,
  reason: null,
  version: 1,
  contractorId: uuid(4),
  contractorName: 'Priya Raman',
  legalName: 'Raman Motion LLC',
  sharedWith: [] as string[],
  can: { verify: true },
}
const verification = `POST /api/v1/payout-methods/${uuid(1)}/verification`

const page = (items: readonly object[], verify: Parameters<typeof serve>[0][string] = () => ({ body: waiting })) => {
  const calls = serve({
    'GET /api/v1/payout-methods': ({ path }) => ({
      body: { items: path.includes('cooling_off') ? [] : items, next: null },
    }),
    [verification]: verify,
  })
  return { calls, ...showPage(<BankAccountsPage />, { at: '/northwind/bank-accounts' }) }
}

test('the queue says what belongs here while nothing waits', async () => {
  page([])

  expect(await screen.findByText('No bank account waits to be confirmed')).toBeTruthy()
  expect(await screen.findByText('No change is held at the moment.')).toBeTruthy()
})

test('whoever may only look is told whose move it is', async () => {
  page([{ ...waiting, can: { verify: false } }])

  expect(await screen.findByText('Waits for somebody in finance or legal')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('an account that others use too is pointed out', async () => {
  page([{ ...waiting, sharedWith: ['Harbor Studio'] }])

  expect(await screen.findByText('The same account is used by Harbor Studio')).toBeTruthy()
})

test('a refusal to confirm stands in the dialog, with what was written', async () => {
  const { user } = page([waiting], () =>
    refusal(409, 'own-payout-method', 'Somebody else has to confirm an account that you named.'),
  )

  await user.click(await screen.findByRole('button', { name: 'Confirm the account of Priya Raman' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('How did you check it?'), 'Called the number on file')
  await user.click(dialog.getByRole('button', { name: 'Confirm the account' }))

  expect(await dialog.findByText('Somebody else has to confirm an account that you named.')).toBeTruthy()
  expect(dialog.getByLabelText('How did you check it?')).toHaveProperty('value', 'Called the number on file')
}, 20_000)

test('an account is confirmed with how it was checked', async () => {
  const { calls, user } = page([waiting])

  await user.click(await screen.findByRole('button', { name: 'Confirm the account of Priya Raman' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('How did you check it?'), 'Called the number on file')
  await user.click(dialog.getByRole('button', { name: 'Confirm the account' }))

  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    version: 1,
    how: 'Called the number on file',
  })
}, 20_000)

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { ApiKeysPage } from './ApiKeysPage.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const token = 'muster_thisIsTheOnlyTimeYouSeeIt'
const key = {
  id: uuid(1),
  name: 'Ledger export',
  lastFour: 'SeIt',
  scopes: ['invoices.list'],
  ownerId: uuid(2),
  ownerName: 'Omar Haddad',
  createdAt: '2026-11-01T09:00:00Z',
  expiresAt: '2027-01-30T09:00:00Z',
  lastUsedAt: null as string | null,
  revokedAt: null as string | null,
}
const grantable = ['directory.list-contractors', 'directory.change-contractor', 'invoices.list']

type Answers = Parameters<typeof serve>[0]
const page = (items: readonly object[], answers: Answers = {}, change = true) => {
  const calls = serve({
    'GET /api/v1/api-keys': () => ({ body: { isCut: false, items, grantable, can: { change } } }),
    ...answers,
  })
  return { calls, ...showPage(<ApiKeysPage />, { at: '/northwind/settings/api-keys' }) }
}
const dialog = async () => within(await screen.findByRole('dialog'))

describe('API keys', { timeout: 30_000 }, () => {
  test('offer nothing to press to whoever may only look', async () => {
    page([key], {}, false)

    expect(await screen.findByText(/Ledger export/)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('say what belongs here while there are none', async () => {
    page([])

    expect(await screen.findByText('Your keys will be here')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Make a key' })).toBeTruthy()
  })

  test('that have ended say so and can not be revoked again', async () => {
    page([
      { ...key, revokedAt: '2026-11-20T09:00:00Z' },
      { ...key, id: uuid(8), expiresAt: '2026-11-02T09:00:00Z' },
    ])

    expect(await screen.findByText('Revoked')).toBeTruthy()
    expect(screen.getByText('Expired')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull()
  })

  test('are refused in the dialog, which keeps what was chosen', async () => {
    const refused = () => refusal(422, 'scope-not-yours', 'A key can do no more than its owner.')
    const { user } = page([], { 'POST /api/v1/api-keys': refused })

    await user.click(await screen.findByRole('button', { name: 'Make a key' }))
    const form = await dialog()
    await user.type(form.getByLabelText('Name'), 'Ledger export')
    await user.click(form.getByRole('checkbox', { name: 'List contractors' }))
    await user.click(form.getByRole('button', { name: 'Make the key' }))

    expect(await form.findByText('A key can do no more than its owner.')).toBeTruthy()
    expect(form.getByRole('checkbox', { name: 'List contractors' })).toHaveProperty('checked', true)
  })

  test('are shown once: closing the dialog is the end of it', async () => {
    const { calls, user } = page([], { 'POST /api/v1/api-keys': () => ({ body: { key, token } }) })

    await user.click(await screen.findByRole('button', { name: 'Make a key' }))
    const form = await dialog()
    await user.type(form.getByLabelText('Name'), 'Ledger export')
    await user.click(form.getByRole('button', { name: 'All reading' }))
    await user.click(form.getByRole('button', { name: 'Make the key' }))
    expect(await screen.findByLabelText('The key')).toHaveProperty('value', token)
    expect(screen.getByRole('button', { name: 'Copy the key' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'I have kept it' }))

    await waitFor(() => expect(screen.queryByLabelText('The key')).toBeNull())
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Ledger export',
      expiresInDays: 90,
      scopes: ['directory.list-contractors', 'invoices.list'],
    })
  })

  test('are revoked after a word', async () => {
    const revoke = `DELETE /api/v1/api-keys/${key.id}`
    const { calls, user } = page([key], { [revoke]: () => ({ body: key }) })

    await user.click(await screen.findByRole('button', { name: 'Revoke Ledger export' }))
    await user.click((await dialog()).getByRole('button', { name: 'Revoke the key' }))

    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true)
  })
})

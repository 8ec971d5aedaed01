import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { SecurityPage } from './SecurityPage.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const totpURI = 'otpauth://totp/Muster:dana%40northwind.example?secret=JBSWY3DPEHPK3PXP&issuer=Muster'
const backupCodes = ['aaaaa-bbbbb', 'ccccc-ddddd']
const phone = { id: uuid(1), name: 'Phone', createdAt: '2026-11-20T09:00:00Z' }
const sessionOn = (id: number, current: boolean, userAgent: string) => ({
  id: uuid(id),
  current,
  address: '198.51.100.7',
  userAgent,
  signedInAt: '2026-11-22T08:00:00Z',
  lastSeenAt: '2026-11-22T08:59:00Z',
})
const here = sessionOn(5, true, 'Mozilla/5.0 (Macintosh) Version/26.0 Safari/604.1')
const elsewhere = sessionOn(6, false, 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0')

const address: { email: string; waiting: object | null } = { email: 'dana@northwind.example', waiting: null }
const waiting = {
  email: 'new@northwind.example',
  askedAt: '2026-11-22T08:00:00Z',
  expiresAt: '2026-11-25T08:00:00Z',
}

type Answers = Parameters<typeof serve>[0]
const page = (answers: Answers = {}, sessions = [here], passkeys = [phone]) => {
  const calls = serve({
    'GET /api/v1/me/sessions': () => ({ body: { isCut: false, items: sessions } }),
    'GET /api/v1/me/address': () => ({ body: address }),
    'GET /api/auth/passkey/list-user-passkeys': () => ({ body: { items: passkeys } }),
    ...answers,
  })
  return { calls, ...showPage(<SecurityPage />, { at: '/northwind/account/security' }) }
}
const dialog = async () => within(await screen.findByRole('dialog'))
const posted = (calls: ReturnType<typeof page>['calls'], path: string) =>
  calls.find((call) => call.method === 'POST' && call.path === path)?.body

describe('security', { timeout: 30_000 }, () => {
  test('a new password that is too weak is refused beside its field', async () => {
    const refused = () =>
      refusal(422, 'weak-password', 'This password would be guessed soon.', {
        errors: [{ pointer: '#/newPassword', detail: 'Leave your name out of it.' }],
      })
    const { user } = page({ 'POST /api/auth/change-password': refused })

    await user.click(await screen.findByRole('button', { name: 'Change the password' }))
    const form = await dialog()
    await user.type(form.getByLabelText('The password you have now'), 'correct horse battery')
    await user.type(form.getByLabelText('New password'), 'dana dana dana dana')
    await user.click(form.getByRole('button', { name: 'Change the password' }))

    expect(await form.findByText('This password would be guessed soon.')).toBeTruthy()
    expect(form.getAllByText('Leave your name out of it.').map(({ tagName }) => tagName)).toEqual(['P', 'BUTTON'])
    expect(form.getByLabelText('New password')).toHaveProperty('value', 'dana dana dana dana')
  })

  test('another address waits to be confirmed, and the one in use can be kept', async () => {
    const { calls, user } = page({
      'GET /api/v1/me/address': () => ({ body: { ...address, waiting } }),
      'POST /api/v1/me/address/keep': () => ({ body: address }),
    })

    expect(await screen.findByText(/new@northwind.example is to take its place/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keep dana@northwind.example' }))

    await waitFor(() => expect(posted(calls, '/api/v1/me/address/keep')).toEqual({}))
  })

  test('a new address is asked for in small letters', async () => {
    const { calls, user } = page({ 'POST /api/v1/me/address': () => ({ body: { ...address, waiting } }) })

    await user.click(await screen.findByRole('button', { name: 'Change the address' }))
    const form = await dialog()
    await user.type(form.getByLabelText('New e-mail address'), 'New@northwind.example')
    await user.click(form.getByRole('button', { name: 'Change the address' }))

    await waitFor(() => expect(posted(calls, '/api/v1/me/address')).toEqual({ email: 'new@northwind.example' }))
  })

  test('the second step is on once a code came, and leaving takes a word that the codes are kept', async () => {
    const { calls, user } = page({
      'POST /api/auth/two-factor/enable': () => ({ body: { totpURI, backupCodes } }),
      'POST /api/auth/two-factor/verify-totp': () => ({ body: {} }),
    })

    await user.click(await screen.findByRole('button', { name: 'Turn it on' }))
    await user.type((await dialog()).getByLabelText('Your password'), 'correct horse battery')
    await user.click((await dialog()).getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('img', { name: 'The secret for your authenticator app' })).toBeTruthy()
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
    await user.type(screen.getByLabelText('Code from the app'), '123456')
    await user.click((await dialog()).getByRole('button', { name: 'Turn it on' }))

    expect(await screen.findByText('aaaaa-bbbbb')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Done' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('checkbox', { name: 'I have kept them' }))
    await user.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByText('aaaaa-bbbbb')).toBeNull())
    expect(posted(calls, '/api/auth/two-factor/verify-totp')).toEqual({ code: '123456' })
  })

  test('a wrong first code turns nothing on', async () => {
    const { user } = page({
      'POST /api/auth/two-factor/enable': () => ({ body: { totpURI, backupCodes } }),
      'POST /api/auth/two-factor/verify-totp': () => refusal(422, 'wrong-proof', 'That did not match.'),
    })

    await user.click(await screen.findByRole('button', { name: 'Turn it on' }))
    await user.type((await dialog()).getByLabelText('Your password'), 'correct horse battery')
    await user.click((await dialog()).getByRole('button', { name: 'Continue' }))
    await user.type(await screen.findByLabelText('Code from the app'), '000000')
    await user.click((await dialog()).getByRole('button', { name: 'Turn it on' }))

    expect(await screen.findByText('That did not match.')).toBeTruthy()
    expect(screen.queryByText('aaaaa-bbbbb')).toBeNull()
  })

  test('passkeys are renamed, and removed after a word', async () => {
    const { calls, user } = page({
      'POST /api/auth/passkey/update-passkey': () => ({ body: {} }),
      'POST /api/auth/passkey/delete-passkey': () => ({ body: {} }),
    })

    await user.click(await screen.findByRole('button', { name: 'Rename Phone' }))
    const form = await dialog()
    await user.clear(form.getByLabelText('Name'))
    await user.type(form.getByLabelText('Name'), 'Work phone')
    await user.click(form.getByRole('button', { name: 'Rename' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Remove Phone' }))
    await user.click((await dialog()).getByRole('button', { name: 'Remove the passkey' }))

    expect(posted(calls, '/api/auth/passkey/update-passkey')).toEqual({ id: phone.id, name: 'Work phone' })
    expect(posted(calls, '/api/auth/passkey/delete-passkey')).toEqual({ id: phone.id })
  })

  test('a browser that keeps no passkeys is told so instead of offering one', async () => {
    page({}, [here], [])

    expect(await screen.findByText('This browser cannot add one at this address.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull()
  })

  test('somebody signed in only here is offered nothing to end', async () => {
    page()

    expect(await screen.findByText('This device')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Sign out/ })).toBeNull()
  })

  test('other devices are signed out one by one or all at once', async () => {
    const { calls, user } = page(
      {
        [`DELETE /api/v1/me/sessions/${elsewhere.id}`]: () => ({ body: { id: elsewhere.id } }),
        'POST /api/v1/me/sessions/end-others': () => ({ body: { ended: 1 } }),
      },
      [here, elsewhere],
    )

    await user.click(await screen.findByRole('button', { name: 'Sign out Firefox on Windows' }))
    await user.click(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    const ask = await dialog()
    expect(ask.getByText('Sign out of 1 other device?')).toBeTruthy()
    await user.click(ask.getByRole('button', { name: 'Sign out everywhere else' }))

    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true)
    await waitFor(() => expect(posted(calls, '/api/v1/me/sessions/end-others')).toEqual({}))
  })
})

import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { ConfirmAddressPage } from './ConfirmAddressPage.tsx'

type Answers = Parameters<typeof serve>[0]
const about = { organization: { slug: 'northwind', name: 'Northwind' }, email: 'new@northwind.example' }
const opened = (answers: Answers) => {
  const calls = serve({ 'GET /api/v1/address-change': () => ({ body: about }), ...answers })
  return { calls, ...showPage(<ConfirmAddressPage />, { at: '/sign-in/address#a-token' }) }
}
const press = async ({ user }: ReturnType<typeof opened>) =>
  user.click(await screen.findByRole('button', { name: 'Confirm this address' }))

describe('the link that went to a new address', { timeout: 30_000 }, () => {
  test('that has ended says so', async () => {
    opened({ 'GET /api/v1/address-change': () => refusal(404, 'link-ended', 'This link no longer works.') })

    expect(await screen.findByText('This link no longer works.')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('asks a stranger to sign in with the address they have had, and changes it then', async () => {
    let isIn = false
    const shown = opened({
      'POST /api/v1/me/address/confirm': () =>
        isIn
          ? { body: { email: about.email, waiting: null } }
          : refusal(401, 'unauthenticated', 'Sign in to do this.'),
      'POST /api/auth/sign-in/email': () => {
        isIn = true
        return { body: { user: {} } }
      },
    })
    await press(shown)

    await shown.user.type(await screen.findByLabelText('E-mail address'), 'dana@northwind.example')
    await shown.user.type(screen.getByLabelText('Password'), 'correct horse battery')
    await shown.user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByText(/From now on you sign in with new@northwind.example/)).toBeTruthy()
    const sent = shown.calls.filter(({ path }) => path === '/api/v1/me/address/confirm')
    expect(sent.map(({ body }) => body)).toEqual([{ token: 'a-token' }, { token: 'a-token' }])
    expect(sent[0]?.headers.get('muster-organization')).toBe('northwind')
  })

  test('tells somebody else who is signed in that it is not theirs', async () => {
    const shown = opened({
      'POST /api/v1/me/address/confirm': () =>
        refusal(403, 'address-of-somebody-else', 'This link is for somebody else.'),
    })

    await press(shown)

    expect(await screen.findByText('This link is for somebody else.')).toBeTruthy()
    expect(screen.getByLabelText('Password')).toBeTruthy()
  })
})

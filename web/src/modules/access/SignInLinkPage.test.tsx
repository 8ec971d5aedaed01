import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { SignInLinkPage } from './SignInLinkPage.tsx'

type Answers = Parameters<typeof serve>[0]
const opened = (answers: Answers) => {
  const calls = serve(answers)
  return { calls, ...showPage(<SignInLinkPage />, { at: '/sign-in/link#a-token' }) }
}
const codeField = 'Code from your authenticator app'

describe('a sign-in link', { timeout: 30_000 }, () => {
  test('that has ended says so', async () => {
    const { user } = opened({
      'POST /api/auth/magic-link/verify': () => refusal(404, 'link-ended', 'This link no longer works.'),
    })

    await user.click(await screen.findByRole('button', { name: 'Sign in' }))

    expect(await screen.findByText('This link no longer works.')).toBeTruthy()
    expect(screen.queryByLabelText(codeField)).toBeNull()
  })

  test('asks whoever has a second factor for its code before anything opens', async () => {
    const { calls, user, address } = opened({
      'POST /api/auth/magic-link/verify': () => ({ body: { twoFactorRedirect: true } }),
      'POST /api/auth/two-factor/verify-totp': () => ({ body: { user: { id: '1' } } }),
    })
    await user.click(await screen.findByRole('button', { name: 'Sign in' }))

    await user.type(await screen.findByLabelText(codeField), '123 456')
    const before = address()
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    await waitFor(() => expect(address()).toBe('/'))
    expect(before).toBe('/sign-in/link#a-token')
    expect(calls.map(({ path, body }) => [path, body])).toEqual([
      ['/api/auth/magic-link/verify', { token: 'a-token' }],
      ['/api/auth/two-factor/verify-totp', { code: '123 456' }],
    ])
  })
})

import { screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { PortalInvitationPage } from './PortalInvitationPage.tsx'

const brand = {
  slug: 'northwind',
  name: 'Northwind',
  programmeName: 'Northwind',
  brandColor: '#4f46e5',
  hasLogo: false,
}
const invitation = {
  organization: brand,
  contractorName: 'Priya Raman',
  email: 'priya@raman.example',
  hasSignIn: false,
  legalEntityName: 'Northwind Studios LLC',
  startsOn: '2026-12-01',
  message: '',
  expiresAt: '2026-12-06T09:00:00.000Z',
  stages: [{ kind: 'data', title: 'Your details', why: 'For the agreement.', minutes: 5 }],
  minutes: 5,
}

const page = (door: Parameters<typeof serve>[0][string], about: object = {}) => {
  const calls = serve({
    'GET /api/v1/portal/invitation': () => ({ body: { ...invitation, ...about } }),
    'POST /api/v1/portal/invitation': () => ({ body: { slug: 'northwind', email: invitation.email } }),
    'GET /api/v1/brands/northwind': () => ({ body: brand }),
    'POST /api/auth/sign-in/email': door,
  })
  return { calls, ...showPage(<PortalInvitationPage />, { at: '/portal-invitation#a-token' }) }
}
const signIns = (calls: ReturnType<typeof page>['calls']) => calls.filter(({ path }) => path.startsWith('/api/auth'))

describe('an invitation to a contractor', { timeout: 20_000 }, () => {
  test('that asks for more than the password leads to the sign-in, and from there to the first step', async () => {
    const { user, address } = page(() => refusal(429, 'too-many-tries', 'Wait a minute and try again.'))

    await user.type(await screen.findByLabelText('Choose a password'), 'a long enough sentence')
    await user.click(screen.getByRole('button', { name: 'Accept and begin' }))

    await vi.waitFor(() => expect(address()).toBe('/sign-in?next=%2Fnorthwind%2Fportal%2Fonboarding'))
  })

  test('is accepted and entered with the password that was just chosen, without typing it again', async () => {
    const { user, calls, address } = page(() => ({ body: { token: 'x' } }))

    await user.type(await screen.findByLabelText('Choose a password'), 'a long enough sentence')
    await user.click(screen.getByRole('button', { name: 'Accept and begin' }))

    await vi.waitFor(() => expect(address()).toBe('/northwind/portal/onboarding'))
    expect(signIns(calls).map(({ body }) => body)).toEqual([
      { email: 'priya@raman.example', password: 'a long enough sentence' },
    ])
  })

  test('asks nobody for a new password who can sign in already', async () => {
    const { user, calls, address } = page(() => ({ body: {} }), { hasSignIn: true })

    await user.click(await screen.findByRole('button', { name: 'Accept and sign in' }))

    await vi.waitFor(() => expect(address()).toContain('/sign-in'))
    expect(signIns(calls)).toEqual([])
  })
})

import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { BrandSettingsPage } from './BrandSettingsPage.tsx'

const northwind = {
  id: '01930000-0000-7000-8000-000000000002',
  slug: 'northwind',
  name: 'Northwind',
  timeZone: 'America/New_York',
  currency: 'USD',
  programmeName: 'Northwind',
  brandColor: '#4f46e5',
  logoFileId: null,
  modulesOff: [],
  version: 3,
  can: { change: true },
}

const page = (organization = northwind) => {
  const calls = serve({
    'GET /api/v1/organization': () => ({ body: organization }),
    'PUT /api/v1/organization/brand': ({ body }) => ({ body: { ...organization, ...(body as object), version: 4 } }),
  })
  return { calls, ...showPage(<BrandSettingsPage />, { at: '/northwind/settings/brand' }) }
}

const colour = () => screen.findByRole('textbox', { name: 'Colour' })

describe('the brand', { timeout: 20_000 }, () => {
  test('is only looked at by whoever may not change it', async () => {
    page({ ...northwind, can: { change: false } })

    expect(await screen.findByText('In the dark')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('is not sent with a colour that is none', async () => {
    const { calls, user } = page()

    await user.clear(await colour())
    await user.type(await colour(), 'red')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect((await screen.findAllByText('Write the colour as # and six hex digits.')).length).toBeGreaterThan(0)
    expect(calls.every(({ method }) => method === 'GET')).toBe(true)
  })

  test('says while a colour is chosen what it does to text, and sends what was chosen', async () => {
    const { calls, user } = page()

    await user.clear(await colour())
    await user.type(await colour(), '#FACC15')

    expect(screen.getByText('This colour is too light for white text, so buttons carry dark text.')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Teal' }))
    expect(screen.getByText('White text reads well on this colour.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
      programmeName: 'Northwind',
      brandColor: '#0f766e',
      version: 3,
    })
  })
})

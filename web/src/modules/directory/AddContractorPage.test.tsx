import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { priyaOnTheWire } from '#web/test/contractor.ts'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { AddContractorPage } from './AddContractorPage.tsx'

const quiet = {
  'GET /api/v1/contractor-types': () => ({ body: { isCut: false, items: [], can: { change: false } } }),
  'GET /api/v1/departments': () => ({ body: { isCut: false, items: [] } }),
  'GET /api/v1/skills': () => ({ body: { items: ['Motion design'] } }),
}
const at = '/northwind/contractors/new'

/** Pasted, not typed: nobody waits for forty key presses. */
const fill = async (user: UserEvent, label: string, text: string) => {
  await user.click(await screen.findByLabelText(label))
  await user.paste(text)
}

test('what is missing is said at its field before anything is sent', async () => {
  const calls = serve(quiet)
  const { user } = showPage(<AddContractorPage />, { at })

  await user.click(await screen.findByRole('button', { name: 'Add the contractor' }))

  expect((await screen.findAllByText('Write the name.')).length).toBeGreaterThan(0)
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([])
})

test('an address that another contractor has is refused at its field, and what was typed stays', async () => {
  const detail = 'This address is taken.'
  serve({
    ...quiet,
    'POST /api/v1/contractors': () =>
      refusal(409, 'contractor-email-taken', 'Another contractor already has this e-mail address.', {
        errors: [{ pointer: '#/email', detail }],
      }),
  })
  const { user } = showPage(<AddContractorPage />, { at })

  await fill(user, 'Name', 'Priya Raman')
  await fill(user, 'E-mail', 'priya@raman.example')
  await user.click(screen.getByRole('button', { name: 'Add the contractor' }))

  expect((await screen.findAllByText(detail)).length).toBeGreaterThan(0)
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Priya Raman')
})

test('what was typed comes back after the tab was closed, until it is sent or thrown away', async () => {
  serve(quiet)
  const first = showPage(<AddContractorPage />, { at })
  await fill(first.user, 'Name', 'Priya')
  first.unmount()

  const { user } = showPage(<AddContractorPage />, { at })

  expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Priya')
  await user.click(screen.getByRole('button', { name: 'Start anew' }))
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('')
})

test('a new contractor opens at once', async () => {
  const calls = serve({ ...quiet, 'POST /api/v1/contractors': () => ({ body: priyaOnTheWire({ status: 'draft' }) }) })
  const { user, address } = showPage(<AddContractorPage />, { at })

  await fill(user, 'Name', 'Priya Raman')
  await fill(user, 'E-mail', 'priya@raman.example')
  await fill(user, 'Website', 'raman.example')
  await user.click(screen.getByRole('button', { name: 'Add the contractor' }))

  await expect.poll(address).toBe(`/northwind/contractors/${priyaOnTheWire().id}`)
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    displayName: 'Priya Raman',
    country: 'US',
    website: 'https://raman.example',
    phone: null,
  })
})

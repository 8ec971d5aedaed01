import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { App } from '#web/app/App.tsx'
import { createAppRouter } from '#web/app/router.ts'
import { createQueryClient } from '#web/lib/queries.ts'
import { refusal, serve } from '#web/test/server.ts'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const northwind = {
  id: uuid(1),
  slug: 'northwind',
  name: 'Northwind Ltd',
  brand: { programmeName: 'Northwind', brandColor: '#0f766e', hasLogo: false },
  roles: ['owner'],
  contractorId: null as string | null,
}
const fabrikam = { ...northwind, id: uuid(2), slug: 'fabrikam', roles: ['contractor'], contractorId: uuid(9) }
const maya = { id: uuid(3), name: 'Maya Lindqvist', email: 'maya@northwind.example', twoFactor: false, passkeys: 0 }
const row = {
  id: uuid(5),
  displayName: 'Priya Raman',
  email: 'priya@example.com',
  status: 'active',
  country: 'IN',
  city: null,
  headline: '',
  skills: [],
  typeId: null,
  typeName: null,
  departmentId: null,
  departmentName: null,
  availability: 'available',
  availableFrom: null,
  doNotEngage: false,
  rate: null,
  addedAt: '2026-11-01T00:00:00Z',
}

/** The few answers of the server that these journeys need; whoever is signed in is Maya. */
const house = (signedIn: boolean, organizations = [northwind]) => {
  let isIn = signedIn
  return serve({
    'GET /api/v1/me': ({ headers }) => {
      if (!isIn) return refusal(401, 'unauthenticated', 'Sign in to do this.')
      const here = organizations.find(({ slug }) => slug === headers.get('muster-organization'))
      const rights = { departmentIds: null, modulesOff: [], standing: null, can: ['directory.list-contractors'] }
      return { body: { person: maya, organizations, here: here ? { ...here, ...rights } : null, confirmedAt: null } }
    },
    'POST /api/auth/sign-in/email': ({ body }) => {
      if (!JSON.stringify(body).includes('correct horse')) return refusal(401, 'wrong-sign-in', 'These do not match.')
      isIn = true
      return { body: {} }
    },
    'POST /api/auth/sign-out': () => {
      isIn = false
      return { body: {} }
    },
    'GET /api/v1/contractors': () => ({ body: { items: [row], next: null } }),
    'GET /api/v1/contractors/facets': () => ({
      body: { total: 1, status: [], country: [], typeId: [], availability: [], skill: [] },
    }),
  })
}

const open = (path: string) => {
  window.history.replaceState(null, '', path)
  const client = createQueryClient()
  render(<App client={client} router={createAppRouter(client)} />)
  return userEvent.setup()
}

const at = () => window.location.pathname + window.location.search

const slow = { timeout: 15_000 }

test('a stranger is asked to sign in, told when it does not match, and then gets where they wanted to go', async () => {
  house(false)
  const user = open('/northwind/contractors?status=active')

  await screen.findByRole('heading', { name: 'Sign in' }, slow)
  expect(at()).toBe('/sign-in?next=%2Fnorthwind%2Fcontractors%3Fstatus%3Dactive')
  await user.type(screen.getByLabelText('E-mail address'), 'maya@northwind.example')
  await user.type(screen.getByLabelText('Password'), 'wrong')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('These do not match.')
  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))

  await screen.findByText('Priya Raman', undefined, slow)
  expect(at()).toBe('/northwind/contractors?status=active')
}, 30_000)

test('signing out forgets everything and asks to sign in again', async () => {
  house(true)
  const user = open('/northwind/contractors')
  await screen.findByText('Priya Raman', undefined, slow)

  await user.click(screen.getByRole('button', { name: 'Signed in as Maya Lindqvist' }))
  // Without a layout Mantine takes the menu for scrolled out of sight.
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out', hidden: true }, slow))

  await screen.findByRole('heading', { name: 'Sign in' }, slow)
  expect(screen.queryByText('Priya Raman')).toBeNull()
}, 30_000)

test('the one organization somebody belongs to opens by itself, in its brand', async () => {
  house(true)
  open('/')

  await screen.findByRole('link', { name: /Northwind/ }, slow)

  expect(at()).toMatch(/^\/northwind/)
  await waitFor(() =>
    expect(document.head.innerHTML + document.body.innerHTML).toContain('--mantine-color-brand-6: #0f766e'),
  )
}, 30_000)

test('whoever belongs to several organizations chooses', async () => {
  house(true, [northwind, fabrikam])
  open('/')

  await screen.findByRole('heading', { name: 'Your organizations' }, slow)

  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/northwind', '/fabrikam'])
}, 30_000)

test('somebody who only works for an organization lands in their own side of it', async () => {
  house(true, [northwind, fabrikam])
  open('/fabrikam/contractors')

  await screen.findByRole('heading', { name: /Hello, Maya/ }, slow)

  expect(at()).toBe('/fabrikam/portal')
}, 30_000)

test('an organization that is not theirs looks like one that does not exist', async () => {
  house(true)
  open('/contoso/contractors')

  await screen.findByText('There is nothing here', undefined, slow)
}, 30_000)

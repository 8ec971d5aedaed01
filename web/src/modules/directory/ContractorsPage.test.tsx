import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { ContractorsPage } from './ContractorsPage.tsx'

const row = (number: number, displayName: string) => ({
  id: `01930000-0000-7000-8000-00000000001${number}`,
  displayName,
  email: `person-${number}@example.com`,
  status: 'active',
  country: 'US',
  city: null,
  headline: '',
  skills: [],
  typeId: null,
  typeName: null,
  departmentId: null,
  departmentName: null,
  availability: 'unknown',
  availableFrom: null,
  doNotEngage: false,
  rate: null,
  addedAt: '2026-11-01T09:00:00Z',
})
const none = { total: 0, status: [], country: [], typeId: [], availability: [], skill: [] }
const some = {
  ...none,
  total: 2,
  country: [
    { value: 'US', count: 2 },
    { value: 'PT', count: 1 },
  ],
}

const answers = (rows: readonly ReturnType<typeof row>[], counts: typeof none | typeof some) => ({
  'GET /api/v1/contractors': () => ({ body: { items: rows, next: null } }),
  'GET /api/v1/contractors/facets': () => ({ body: counts }),
  'GET /api/v1/contractor-types': () => ({ body: { isCut: false, items: [], can: { change: false } } }),
})
const at = '/northwind/contractors'

test('who may only read finds no way to add, import or export', async () => {
  serve(answers([row(1, 'Priya Raman')], some))
  showPage(<ContractorsPage />, { at, can: ['directory.list-contractors'] })

  expect(await screen.findByText('Priya Raman')).toBeTruthy()
  for (const name of ['Import', 'Add a contractor']) expect(screen.queryByRole('link', { name })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
})

test('an empty directory says what belongs here and how to begin', async () => {
  serve(answers([], none))
  showPage(<ContractorsPage />, { at, can: ['directory.import-contractors', 'directory.change-contractor'] })

  expect(await screen.findByText('Your contractors will be here')).toBeTruthy()
  await expect.poll(() => screen.getAllByRole('link', { name: 'Import' }).length).toBe(1)
  expect(screen.getByRole('link', { name: 'Add a contractor' }).getAttribute('href')).toBe(
    '/northwind/contractors/new',
  )
})

test('a filter shows how many each choice leaves, goes into the address, and is asked of list and counts', async () => {
  const calls = serve(answers([row(1, 'Priya Raman'), row(2, 'Lee Okafor')], some))
  const { user, address } = showPage(<ContractorsPage />, { at })

  await user.click(await screen.findByRole('button', { name: 'Country' }))
  await user.click(await screen.findByRole('checkbox', { name: /Portugal\s*1/ }))

  await expect.poll(address).toBe('/northwind/contractors?country=PT')
  await expect
    .poll(() => calls.map(({ path }) => path).filter((path) => path.includes('country=PT')).length)
    .toBeGreaterThan(1)
})

import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { PortalHomePage } from './PortalHomePage.tsx'

const stage = {
  id: '01930000-0000-7000-8000-000000000051',
  key: 'details',
  kind: 'data',
  title: 'Your details',
  why: '',
  minutes: 5,
  required: true,
  description: null,
  isProtected: false,
  fields: [],
  missing: [],
  status: 'submitted',
  move: 'ours',
  since: '2026-11-20T09:00:00.000Z',
  dueOn: '2026-11-24',
  reason: null,
  changes: [],
  agreementId: null,
  fileId: null,
  fileName: null,
  version: 2,
  can: { submit: false },
}
const next = {
  ...stage,
  id: '01930000-0000-7000-8000-000000000052',
  key: 'tax',
  kind: 'tax_form',
  title: 'Form W-9',
  status: 'open',
  move: 'yours',
}
const onboarding = {
  id: '01930000-0000-7000-8000-000000000050',
  programmeName: 'Northwind',
  legalEntityName: 'Northwind Studios LLC',
  startsOn: '2026-12-01',
  status: 'in_progress',
  message: '',
  stages: [stage, next],
  nextStageId: next.id,
  settled: 0,
  minutesLeft: 5,
  blockers: [],
}

const page = (items: readonly object[]) => {
  const nothing = () => ({ body: { items: [], next: null } })
  serve({
    'GET /api/v1/portal/onboarding': () => ({ body: { isCut: false, items } }),
    'GET /api/v1/portal/agreements': nothing,
    'GET /api/v1/portal/assignments': nothing,
    'GET /api/v1/portal/invoices': nothing,
  })
  const at = '/northwind/portal'
  return showPage(<PortalHomePage />, { at, contractorId: '01930000-0000-7000-8000-000000000021' })
}

describe('the first page of a contractor', { timeout: 20_000 }, () => {
  test('leads to the next step while they are getting started, and is about nothing else', async () => {
    page([onboarding])

    expect(await screen.findByText('Next: Form W-9', {}, { timeout: 10_000 })).toBeTruthy()
    expect(screen.getByText(/1 of 2 steps done, about 5 minutes left/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go on' }).getAttribute('href')).toBe('/northwind/portal/onboarding')
    expect(screen.queryByText('No money on its way yet')).toBeNull()
    expect(screen.queryByText('Finish getting started')).toBeNull()
  })

  test('says that nothing waits and where money will be once everything is done', async () => {
    page([{ ...onboarding, status: 'completed', nextStageId: null, stages: [] }])

    expect(await screen.findByText('Nothing waits for you', {}, { timeout: 10_000 })).toBeTruthy()
    expect(await screen.findByText('No money on its way yet')).toBeTruthy()
  })
})

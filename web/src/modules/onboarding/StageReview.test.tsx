import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ContractorId } from '#modules/directory/contract.ts'
import { StageView } from '#modules/onboarding/contract.ts'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { StageReview } from './StageReview.tsx'

const contractorId = ContractorId.parse('01930000-0000-7000-8000-000000000021')
const fileId = '01930000-0000-7000-8000-000000000041'
const passport = {
  id: '01930000-0000-7000-8000-000000000051',
  key: 'identity',
  kind: 'document',
  title: 'Proof of identity',
  why: '',
  minutes: 4,
  required: true,
  description: 'Your passport',
  isProtected: true,
  fields: [],
  missing: [],
  status: 'submitted',
  waitsFor: 'manager',
  since: '2026-11-20T09:00:00.000Z',
  dueOn: '2026-11-24',
  submittedAt: '2026-11-20T09:00:00.000Z',
  decidedAt: null,
  decidedBy: null,
  decidedByName: null,
  reason: null,
  changes: [],
  agreementId: null,
  templateId: null,
  fileId,
  fileName: 'Passport.pdf',
  version: 2,
  can: { approve: true, requestChanges: true, reject: true, waive: false, sendAgreement: false },
}
const agreement = {
  ...passport,
  kind: 'agreement',
  title: 'NDA',
  isProtected: false,
  status: 'open',
  waitsFor: 'legal',
  reason: 'There is no agreement template for it yet.',
  submittedAt: null,
  fileId: null,
  fileName: null,
  can: { approve: false, requestChanges: false, reject: false, waive: false, sendAgreement: true },
}

const shown = (stage: object, can: readonly string[] = []) => {
  const calls = serve({
    [`GET /api/v1/files/${fileId}/content`]: () => ({ body: 'x', type: 'text/plain' }),
    [`POST /api/v1/files/${fileId}/opening`]: () => ({
      body: { ticket: 'abc', expiresAt: '2026-11-22T09:05:00.000Z' },
    }),
  })
  const review = <StageReview stage={StageView.decode(stage as never)} contractorId={contractorId} />
  return { calls, ...showPage(review, { at: '/northwind/onboardings', can }) }
}

describe('a stage under review', { timeout: 20_000 }, () => {
  test('tells a reviewer who may not open its protected document who does, and asks for nothing', async () => {
    const { calls } = shown(passport)

    expect(await screen.findByText(/an owner, legal or finance opens it/)).toBeTruthy()
    expect(screen.queryByLabelText('Why do you need to see it?')).toBeNull()
    expect(calls).toEqual([])
  })

  test('opens its protected document only after a reason, and to whoever may', async () => {
    const { calls, user } = shown(passport, ['files.open-protected'])

    await user.type(await screen.findByLabelText('Why do you need to see it?'), 'Checking who it is')
    expect(calls).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Open the file' }))

    expect(await screen.findByRole('figure', { name: 'Passport.pdf' })).toBeTruthy()
    expect(calls.map(({ path }) => path)).toEqual([
      `/api/v1/files/${fileId}/opening`,
      `/api/v1/files/${fileId}/content?ticket=abc`,
    ])
  })

  test('shows a plain document at once', async () => {
    shown({ ...passport, isProtected: false, fileName: 'Insurance.pdf' })

    expect(await screen.findByRole('figure', { name: 'Insurance.pdf' })).toBeTruthy()
  })

  test('whose agreement has no template says so, leads to writing one, and offers nothing that must fail', async () => {
    shown(agreement, ['agreements.change-template'])

    expect(await screen.findByText('There is no agreement template for it yet.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Write a template' }).getAttribute('href')).toBe(
      '/northwind/agreements/templates/new',
    )
    expect(screen.queryByRole('button', { name: 'Send the agreement' })).toBeNull()
  })

  test('whose template is there is sent by one press', async () => {
    shown({ ...agreement, templateId: '01930000-0000-7000-8000-000000000071' }, ['agreements.change-template'])

    expect(await screen.findByRole('button', { name: 'Send the agreement' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the template' })).toBeTruthy()
  })
})

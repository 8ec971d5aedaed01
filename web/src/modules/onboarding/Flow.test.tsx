import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { OnboardingFlowId } from '#modules/onboarding/contract.ts'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { Flow } from './Flow.tsx'
import { FlowsPage } from './FlowsPage.tsx'

const flowId = OnboardingFlowId.parse('01930000-0000-7000-8000-000000000061')
const ndaId = '01930000-0000-7000-8000-000000000071'
const stages = [
  {
    kind: 'data',
    key: 'details',
    title: 'Your details',
    why: '',
    minutes: 5,
    dueInDays: 5,
    fields: ['phone'],
    review: 'member',
  },
  { kind: 'agreement', key: 'nda', title: 'NDA', why: '', minutes: 5, dueInDays: 7, templateId: null },
]
const flow = {
  id: flowId,
  name: 'Everybody',
  contractorTypeId: null,
  contractorTypeName: null,
  minutes: 10,
  stages,
  agreements: [{ key: 'nda', template: null }],
  underWay: 3,
  version: 2,
  can: { change: true },
}
const nda = {
  id: ndaId,
  name: 'Studio NDA',
  kind: 'nda',
  counterSignature: true,
  daysToSign: 30,
  note: '',
  archived: false,
  fields: [],
  changedAt: '2026-11-20T09:00:00.000Z',
  version: 1,
}

type Given = Readonly<{ templates?: readonly object[]; change?: boolean; search?: string }>

const page = ({ templates = [], change = true, search = '' }: Given = {}) => {
  const calls = serve({
    [`GET /api/v1/onboarding-flows/${flowId}`]: () => ({ body: { ...flow, can: { change } } }),
    'GET /api/v1/onboarding-flows': () => ({ body: { isCut: false, items: [flow] } }),
    'GET /api/v1/agreement-templates': () => ({ body: { isCut: false, items: templates, mergeFields: [] } }),
    [`PUT /api/v1/onboarding-flows/${flowId}`]: ({ body }) =>
      JSON.stringify(body).includes('Refuse me')
        ? refusal(422, 'onboarding-stages-do-not-fit', 'Some of the stages do not fit together.', {
            errors: [{ pointer: '#/stages/0/title', detail: 'Another title, if you can.' }],
          })
        : { body: { ...flow, version: 3 } },
  })
  return { calls, ...showPage(<Flow flowId={flowId} />, { at: `/northwind/settings/onboarding/${flowId}${search}` }) }
}
const fill = async (user: ReturnType<typeof page>['user'], label: string, text: string) => {
  await user.clear(screen.getByLabelText(label))
  await user.paste(text)
}
const sent = (calls: ReturnType<typeof page>['calls']) => calls.findLast(({ method }) => method === 'PUT')?.body

describe('the flow of stages', { timeout: 30_000 }, () => {
  test('is only read by whoever may not change it', async () => {
    page({ change: false })

    expect(await screen.findByText('Your details')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('says plainly that an agreement has no template, and leads to where one is written', async () => {
    const { user } = page()

    expect(await screen.findByText('No template', {}, { timeout: 5_000 })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Change NDA' }))

    expect(screen.getByText('There is no template yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Write a template' }).getAttribute('href')).toBe(
      '/northwind/agreements/templates/new',
    )
  })

  test('opens the stage that was refused and keeps what was typed', async () => {
    const { user } = page({ templates: [nda] })

    await user.click(await screen.findByRole('button', { name: 'Change Your details' }))
    await fill(user, 'Title', 'Refuse me')
    await user.click(screen.getByRole('button', { name: 'Close Refuse me' }))
    await user.click(screen.getByRole('button', { name: 'Save the steps' }))

    expect(await screen.findAllByText('Another title, if you can.')).toHaveLength(2)
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Refuse me')
  })

  test('is put into another order by buttons, and says the new place', async () => {
    const { user, calls } = page({ templates: [nda] })

    await user.click(await screen.findByRole('button', { name: 'Move NDA up' }))
    expect(screen.getByText('NDA is now step 1 of 2.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Move NDA up' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Save the steps' }))

    await vi.waitFor(() =>
      expect(sent(calls)).toMatchObject({ version: 2, stages: [{ key: 'nda' }, { key: 'details' }] }),
    )
  })

  test('takes a new stage, opened to be filled in', async () => {
    const { user, calls } = page({ templates: [nda] })

    await user.click(await screen.findByRole('button', { name: 'Add a step' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Document' }))
    await fill(user, 'Title', 'Insurance')
    await fill(user, 'Which document it is', 'The policy of this year')
    await user.click(screen.getByLabelText('Protect it, as identity papers'))
    await user.click(screen.getByRole('button', { name: 'Save the steps' }))

    await vi.waitFor(() =>
      expect(sent(calls)).toMatchObject({
        stages: [
          {},
          {},
          { kind: 'document', key: 'document', title: 'Insurance', isProtected: true, required: true },
        ],
      }),
    )
  })

  test('takes the template that a template’s page has sent here', async () => {
    const { user, calls } = page({ templates: [nda], search: `?template=${ndaId}` })

    expect(await screen.findByText('“Studio NDA” is put in below. Save the steps to use it.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save the steps' }))

    await vi.waitFor(() => expect(sent(calls)).toMatchObject({ stages: [{}, { key: 'nda', templateId: ndaId }] }))
  })

  test('is listed with how long it takes and with what is missing', async () => {
    page()
    showPage(<FlowsPage />, { at: '/northwind/settings/onboarding' })

    const row = within((await screen.findByRole('link', { name: 'Everybody' })).closest('li') ?? document.body)
    expect(row.getByText(/2 steps, about 10 minutes · 3 under way/)).toBeTruthy()
    expect(row.getByText('A template is missing')).toBeTruthy()
  })
})

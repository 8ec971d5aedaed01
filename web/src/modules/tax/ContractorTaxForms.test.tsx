import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { asTyped } from '#web/lib/asTyped.ts'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { ContractorTaxForms } from './ContractorTaxForms.tsx'
import { formId, taxForm, wholeFileId } from './taxForm.sample.ts'

const contractor = asTyped<Parameters<typeof ContractorTaxForms>[0]['contractor']>({
  id: taxForm.contractorId,
  displayName: 'Priya Raman',
})

const shown = (can = { reveal: true, open: true }, forms: readonly object[] = [taxForm]) => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
  const calls = serve({
    [`GET /api/v1/contractors/${contractor.id}/tax-forms`]: () => ({
      body: { items: forms.map((form) => ({ ...form, can })), isCut: false },
    }),
    [`GET /api/v1/tax-forms/${formId}/document`]: () => ({ body: 'x', type: 'application/pdf' }),
    [`POST /api/v1/files/${wholeFileId}/opening`]: () => ({
      body: { ticket: 'abc', expiresAt: '2026-11-22T09:05:00.000Z' },
    }),
    [`GET /api/v1/files/${wholeFileId}/content`]: () => ({ body: 'x', type: 'application/pdf' }),
    [`POST /api/v1/tax-forms/${formId}/reveal`]: () => ({ body: { tin: '123456788' } }),
  })
  return { calls, ...showPage(<ContractorTaxForms contractor={contractor} />, { at: '/northwind/contractors' }) }
}
const said = (calls: ReturnType<typeof shown>['calls']) =>
  calls.slice(1).map(({ method, path, body }) => [`${method} ${path.replace('/api/v1', '')}`, body])

describe('the tax forms of a contractor', { timeout: 20_000 }, () => {
  test('are said to be missing, and what follows from that, when there is none', async () => {
    shown(undefined, [])

    expect(await screen.findByText(/Priya Raman signs Form W-9 in the portal/)).toBeTruthy()
  })

  test('show the number masked, and no way to the whole one to those who may not', async () => {
    shown({ reveal: false, open: false })

    expect(await screen.findByText('XXX-XX-6788')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show number' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Download with the whole number' })).toBeNull()
  })

  test('give a copy to everybody who reads them, without a question', async () => {
    const { calls, user } = shown({ reveal: false, open: false })

    await user.click(await screen.findByRole('button', { name: 'Download a copy' }))

    await vi.waitFor(() => expect(said(calls)).toEqual([[`GET /tax-forms/${formId}/document`, undefined]]))
  })

  test('give the form with the whole number only after a reason', async () => {
    const { calls, user } = shown()

    await user.click(await screen.findByRole('button', { name: 'Download with the whole number' }))
    const dialog = await screen.findByRole('dialog', { name: 'Download with the whole number' })
    const open = within(dialog).getByRole('button', { name: 'Open the file' })
    expect(open).toHaveProperty('disabled', true)
    await user.type(within(dialog).getByLabelText('Why do you need to see it?'), 'The IRS asks for it')
    await user.click(open)

    await vi.waitFor(() =>
      expect(said(calls)).toEqual([
        [`POST /files/${wholeFileId}/opening`, { reason: 'The IRS asks for it' }],
        [`GET /files/${wholeFileId}/content?ticket=abc`, undefined],
      ]),
    )
  })
})

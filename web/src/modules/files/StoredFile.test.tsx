import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { FileId } from '#modules/files/contract.ts'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { StoredFile } from './StoredFile.tsx'

const id = FileId.parse('01930000-0000-7000-8000-000000000041')
const at = '/northwind/contractors'

const opening = { body: { ticket: 'abc', expiresAt: '2026-11-22T09:05:00.000Z' } }

const shown = (sensitivity: 'normal' | 'protected', contractorId?: string) => {
  const calls = serve({
    [`GET /api/v1/files/${id}/content`]: () => ({ body: 'x', type: 'text/plain' }),
    [`POST /api/v1/files/${id}/opening`]: () => opening,
    [`POST /api/v1/portal/files/${id}/opening`]: () => opening,
  })
  const file = <StoredFile file={{ id, name: 'W-9.pdf', sensitivity }} />
  return { calls, ...showPage(file, { at, ...(contractorId ? { contractorId } : {}) }) }
}
const paths = (calls: ReturnType<typeof shown>['calls']) => calls.map(({ method, path }) => `${method} ${path}`)

describe('a stored file', { timeout: 20_000 }, () => {
  test('that is protected is not asked for before a member has said why', async () => {
    const { calls, user } = shown('protected')

    expect(await screen.findByText('W-9.pdf')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Open the file' })).toHaveProperty('disabled', true)
    expect(calls).toEqual([])

    await user.type(screen.getByLabelText('Why do you need to see it?'), 'Checking the name')
    await user.click(screen.getByRole('button', { name: 'Open the file' }))

    expect(await screen.findByRole('figure', { name: 'W-9.pdf' })).toBeTruthy()
    expect(paths(calls)).toEqual([`POST /api/v1/files/${id}/opening`, `GET /api/v1/files/${id}/content?ticket=abc`])
  })

  test('opens to the contractor it is about without a reason', async () => {
    const { calls, user } = shown('protected', '01930000-0000-7000-8000-000000000099')

    await user.click(await screen.findByRole('button', { name: 'Open the file' }))

    expect(await screen.findByRole('figure', { name: 'W-9.pdf' })).toBeTruthy()
    expect(screen.queryByLabelText('Why do you need to see it?')).toBeNull()
    expect(paths(calls)).toEqual([
      `POST /api/v1/portal/files/${id}/opening`,
      `GET /api/v1/files/${id}/content?ticket=abc`,
    ])
  })

  test('is there at once when it is not protected', async () => {
    const normal = shown('normal')

    expect(await screen.findByRole('figure', { name: 'W-9.pdf' })).toBeTruthy()
    expect(paths(normal.calls)).toEqual([`GET /api/v1/files/${id}/content`])
  })
})

import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { DepartmentsPage } from './DepartmentsPage.tsx'

const design = { id: '01930000-0000-7000-8000-000000000011', name: 'Design', archived: false, version: 1 }
const film = { id: '01930000-0000-7000-8000-000000000012', name: 'Film', archived: true, version: 4 }

const page = (items: readonly object[], can = ['organizations.change-departments']) => {
  const calls = serve({
    'GET /api/v1/departments': () => ({ body: { isCut: false, items } }),
    'POST /api/v1/departments': () =>
      refusal(409, 'department-exists', 'There is already a department of this name.'),
    [`POST /api/v1/departments/${design.id}/archive`]: () => ({ body: { ...design, archived: true, version: 2 } }),
    [`POST /api/v1/departments/${film.id}/restore`]: () => ({ body: { ...film, archived: false, version: 5 } }),
  })
  return { calls, ...showPage(<DepartmentsPage />, { at: '/northwind/settings/departments', can }) }
}

describe('departments', { timeout: 20_000 }, () => {
  test('offer nothing to press to whoever may only look', async () => {
    page([design], [])

    expect(await screen.findByText('Design')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('say what belongs here while there are none', async () => {
    page([])

    expect(await screen.findByText('Your departments will be here')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Add a department' })).toBeTruthy()
  })

  test('keep a refused name in the dialog, with the reason', async () => {
    const { user } = page([design])

    await user.click(await screen.findByRole('button', { name: 'Add a department' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Name'), 'Design')
    await user.click(dialog.getByRole('button', { name: 'Add the department' }))

    expect(await dialog.findByText('There is already a department of this name.')).toBeTruthy()
    expect(dialog.getByLabelText('Name')).toHaveProperty('value', 'Design')
  })

  test('are archived and restored by one press', async () => {
    const { calls, user } = page([design, film])

    await user.click(await screen.findByRole('button', { name: 'Archive Design' }))
    await user.click(screen.getByRole('button', { name: 'Restore Film' }))

    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { version: 1 },
      { version: 4 },
    ])
  })
})

import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { dana } from '#web/test/show.tsx'
import { showPage } from '#web/test/showPage.tsx'
import { ApprovalSettingsPage } from './ApprovalSettingsPage.tsx'

const lee = '01930000-0000-7000-8000-000000000031'
const omar = '01930000-0000-7000-8000-000000000032'
const usd = (amount: string) => ({ amount, currency: 'USD' })
const leesLimit = {
  personId: lee,
  name: 'Lee Okafor',
  limits: [usd('2500.00')],
  version: 2,
  can: { change: true },
}
const memberOf = (personId: string, name: string) => ({
  id: personId,
  personId,
  name,
  email: `${name.split(' ')[0]}@northwind.example`,
  roles: ['approver'],
  departmentIds: null,
  status: 'active',
  lastSeenAt: null,
  isMe: personId === dana.person.id,
  version: 1,
  can: { changeRoles: false, inviteAgain: false, showLink: false, disable: false, enable: false, remove: false },
})

const page = (mayChange = true) => {
  const policy = { secondAbove: [usd('5000.00')], version: 1, can: { change: mayChange } }
  const items = [
    memberOf(dana.person.id, 'Dana Whitfield'),
    memberOf(lee, 'Lee Okafor'),
    memberOf(omar, 'Omar Haddad'),
  ]
  const calls = serve({
    'GET /api/v1/approval-policy': () => ({ body: policy }),
    'PUT /api/v1/approval-policy': () => ({ body: { ...policy, version: 2 } }),
    'GET /api/v1/approval-limits': () => ({
      body: { isCut: false, items: [{ ...leesLimit, can: { change: mayChange } }] },
    }),
    [`PUT /api/v1/approval-limits/${omar}`]: () => ({ body: { ...leesLimit, personId: omar, version: 1 } }),
    'GET /api/v1/members': () => ({ body: { items, next: null } }),
  })
  const can = mayChange ? ['approvals.change-limits'] : []
  return { calls, ...showPage(<ApprovalSettingsPage />, { at: '/northwind/settings/approvals', can }) }
}
const changes = (calls: ReturnType<typeof page>['calls']) => calls.filter(({ method }) => method === 'PUT')

describe('approvals', { timeout: 20_000 }, () => {
  test('are told in words to whoever may not set them', async () => {
    page(false)

    expect(
      await screen.findByText(/Above \$5,000\.00 to one contractor in 30 days, two different people approve/),
    ).toBeTruthy()
    expect(screen.getByText('Up to $2,500.00')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('with an amount that is none are not sent', async () => {
    const { calls, user } = page()
    const field = await screen.findByLabelText('Two people above')

    await user.clear(field)
    await user.type(field, '1..5')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(changes(calls)).toEqual([])
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  test('need two people above the amount that was typed', async () => {
    const { calls, user } = page()
    const field = await screen.findByLabelText('Two people above')

    await user.clear(field)
    await user.type(field, '7,500')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(changes(calls).map(({ body }) => body)).toEqual([{ secondAbove: [usd('7500.00')], version: 1 }])
  })

  test('are limited for somebody else who has no limit yet', async () => {
    const { calls, user } = page()

    await user.click(await screen.findByRole('button', { name: 'Set a limit' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('combobox', { name: 'Member' }))
    const list = within(await screen.findByRole('listbox'))
    const offered = list.getAllByRole('option').map(({ textContent }) => textContent)
    await user.click(list.getByRole('option', { name: 'Omar Haddad' }))
    await user.click(await dialog.findByRole('button', { name: 'Add an amount' }))
    await user.type(dialog.getByLabelText('Up to'), '1000')
    await user.click(dialog.getByRole('button', { name: 'Save' }))

    expect(offered).toEqual(['Omar Haddad'])
    expect(changes(calls).map(({ body }) => body)).toEqual([{ limits: [usd('1000.00')], version: 0 }])
  })
})

import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { refusal, serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { MembersPage } from './MembersPage.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const everything = {
  changeRoles: true,
  inviteAgain: false,
  showLink: false,
  disable: true,
  enable: false,
  remove: true,
}
const design = { id: uuid(11), name: 'Design', archived: false, version: 1 }
const lee = {
  id: uuid(1),
  personId: uuid(21),
  name: 'Lee Okafor',
  email: 'lee@northwind.example',
  roles: ['finance'],
  departmentIds: null as string[] | null,
  status: 'active',
  lastSeenAt: '2026-11-21T09:00:00Z' as string | null,
  isMe: false,
  version: 2,
  can: everything,
}
const me = {
  ...lee,
  id: uuid(2),
  name: 'Maya Lindqvist',
  email: 'maya@northwind.example',
  roles: ['owner'],
  isMe: true,
}
const ruth = {
  ...lee,
  id: uuid(3),
  personId: null,
  name: 'Ruth Adeyemi',
  email: 'ruth@northwind.example',
  roles: ['releaser'],
  departmentIds: [design.id],
  status: 'invited',
  lastSeenAt: null,
  can: { ...everything, inviteAgain: true, disable: false },
}

type Answers = Parameters<typeof serve>[0]
const page = (items: readonly object[], answers: Answers = {}, can = ['access.change-members']) => {
  const calls = serve({
    'GET /api/v1/members': () => ({ body: { items, next: null } }),
    'GET /api/v1/departments': () => ({ body: { isCut: false, items: [design] } }),
    ...answers,
  })
  return { calls, ...showPage(<MembersPage />, { at: '/northwind/settings/members', can }) }
}
/** Without a layout Mantine takes a menu for scrolled out of sight. */
const choose = async (user: ReturnType<typeof page>['user'], name: string, act: string) => {
  await user.click(await screen.findByRole('button', { name: `What to do with ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: act, hidden: true }))
}
const dialog = async () => within(await screen.findByRole('dialog'))

describe('members', { timeout: 30_000 }, () => {
  test('offer nothing to press to whoever may only look', async () => {
    const can = {
      changeRoles: false,
      inviteAgain: false,
      showLink: false,
      disable: false,
      enable: false,
      remove: false,
    }
    page([{ ...lee, can }], {}, [])

    expect(await screen.findByText('Lee Okafor')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('are listed with what they may do, where, and when they were last here', async () => {
    page([lee, ruth, { ...lee, id: uuid(9), name: 'Omar Haddad', status: 'disabled', lastSeenAt: null }])

    const [first, second, third] = (await screen.findAllByRole('listitem')).map((row) => within(row))

    expect(first?.getByText('Finance · all departments')).toBeTruthy()
    expect(first?.getByText(/Last here/)).toBeTruthy()
    expect(second?.getByText('Has not signed in yet')).toBeTruthy()
    expect(second?.getByText('Disabled')).toBeTruthy()
    expect(await third?.findByText('Releaser · Design')).toBeTruthy()
  })

  test('keep an invitation that was refused in the dialog, with the reason', async () => {
    const refused = () => refusal(409, 'member-exists', 'Somebody with this e-mail address is a member already.')
    const { calls, user } = page([me], { 'POST /api/v1/members': refused })

    await user.click(await screen.findByRole('button', { name: 'Invite a member' }))
    const form = await dialog()
    await user.type(form.getByLabelText('Name'), 'Lee Okafor')
    await user.type(form.getByLabelText('E-mail address'), 'Lee@northwind.example')
    await user.click(form.getByRole('checkbox', { name: 'Finance' }))
    await user.click(form.getByRole('radio', { name: 'Only some' }))
    await user.click(await form.findByRole('combobox', { name: 'Which departments' }))
    await user.click(await screen.findByRole('option', { name: 'Design', hidden: true }))
    await user.click(form.getByRole('button', { name: 'Send the invitation' }))

    expect(await form.findByText('Somebody with this e-mail address is a member already.')).toBeTruthy()
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Lee Okafor',
      email: 'lee@northwind.example',
      roles: ['finance'],
      departmentIds: [design.id],
    })
  })

  test('warn whoever is about to lock themselves out, and show what the server refuses', async () => {
    const roles = `PUT /api/v1/members/${me.id}/roles`
    const refused = () => refusal(409, 'last-owner', 'Make somebody else an owner first: this is the last one.')
    const { user } = page([me], { [roles]: refused })

    await choose(user, 'Maya Lindqvist', 'Change roles')
    const form = await dialog()
    await user.click(form.getByRole('checkbox', { name: 'Auditor' }))
    expect(form.queryByText('You are about to lock yourself out of this page')).toBeNull()
    await user.click(form.getByRole('checkbox', { name: 'Owner' }))
    expect(form.getByText('You are about to lock yourself out of this page')).toBeTruthy()
    await user.click(form.getByRole('button', { name: 'Give it up and save' }))

    expect(await form.findByText('Make somebody else an owner first: this is the last one.')).toBeTruthy()
  })

  test('say nothing of the kind when it is somebody else', async () => {
    const { user } = page([{ ...me, isMe: false }])

    await choose(user, 'Maya Lindqvist', 'Change roles')
    const form = await dialog()
    await user.click(form.getByRole('checkbox', { name: 'Auditor' }))
    await user.click(form.getByRole('checkbox', { name: 'Owner' }))

    expect(form.getByRole('button', { name: 'Save' })).toBeTruthy()
  })

  test('are removed only after a word, and an invitation is withdrawn the same way', async () => {
    const { calls, user } = page([lee, ruth], {
      [`DELETE /api/v1/members/${lee.id}`]: () => ({ body: lee }),
      [`DELETE /api/v1/members/${ruth.id}`]: () => ({ body: ruth }),
    })

    await choose(user, 'Lee Okafor', 'Remove')
    await user.click((await dialog()).getByRole('button', { name: 'Remove' }))
    await choose(user, 'Ruth Adeyemi', 'Withdraw the invitation')
    await user.click((await dialog()).getByRole('button', { name: 'Withdraw the invitation' }))

    expect(calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([
      `/api/v1/members/${lee.id}`,
      `/api/v1/members/${ruth.id}`,
    ])
  })

  test('show the link of an invitation to whoever sent it, after a word and this once', async () => {
    const address = 'https://muster.example/invitation#secret'
    const shown = () => ({ body: { address, expiresAt: '2026-12-06T09:00:00Z' } })
    const mine = { ...ruth, can: { ...ruth.can, showLink: true } }
    const { user } = page([mine], { [`POST /api/v1/members/${ruth.id}/invitation-link`]: shown })

    await choose(user, 'Ruth Adeyemi', 'Show the link')
    const asked = await dialog()
    expect(asked.queryByLabelText('The link')).toBeNull()
    await user.click(asked.getByRole('button', { name: 'Show the link' }))

    expect(await asked.findByDisplayValue(address)).toBeTruthy()
  })

  test('who have not come yet are invited again by one press', async () => {
    const again = `POST /api/v1/members/${ruth.id}/invite-again`
    const { calls, user } = page([ruth], { [again]: () => ({ body: { ...ruth, version: 3 } }) })

    await choose(user, 'Ruth Adeyemi', 'Send the invitation again')

    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ version: 2 })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptInvitation,
  inviteAgain,
  inviteMember,
  listMembers,
  me,
  removeMember,
  viewInvitation,
} from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'

let w: AccessWorld
let owner: string
let admin: string
beforeAll(async () => {
  w = await createAccessWorld()
  owner = await w.cookieOf((await w.realMember('Maya Lindqvist', 'maya@northwind.example', 'owner')).id)
  admin = await w.cookieOf((await w.realMember('Omar Haddad', 'omar@northwind.example', 'admin')).id)
})
afterAll(() => w.close())

let count = 0
const somebody = (roles: readonly string[] = ['manager']) => ({
  name: 'Dana Whitfield',
  email: `dana${count++}@northwind.example`,
  roles,
  departmentIds: null,
})
const invite = (input: object, cookie = owner) => w.call(inviteMember, { ...input }, { cookie, slug: 'northwind' })
const invited = async (input: object = somebody()) => {
  const member = w.answered(inviteMember, await invite(input))
  return { member, token: await w.mailedToken('member-invitation', 'access.member-invited') }
}
const accept = (token: string, more: object = { password: goodPassword }) =>
  w.call(acceptInvitation, { token, name: 'Dana Whitfield', ...more }, {})

test.each(['finance', 'releaser', 'legal', 'manager', 'approver', 'auditor'] as const)(
  'somebody who is only %s invites nobody',
  async (role) => {
    const { id } = await w.realMember('Lee Okafor', `lee-${role}@northwind.example`, role)

    const said = await invite(somebody(), await w.cookieOf(id))

    expect(said.body).toMatchObject({ type: '/problems/forbidden' })
  },
)

test('an admin cannot invite somebody into a role by which money moves', async () => {
  for (const role of ['owner', 'finance', 'releaser'])
    expect((await invite(somebody([role]), admin)).body).toMatchObject({ type: '/problems/beyond-your-role' })
})

test('nobody is invited as a contractor, as an auditor with more, or as nothing', async () => {
  expect((await invite(somebody(['contractor']))).body).toMatchObject({ errors: [{ pointer: '#/roles/0' }] })
  expect((await invite(somebody(['auditor', 'manager']))).body).toMatchObject({ errors: [{ pointer: '#/roles' }] })
  expect((await invite(somebody([]))).body).toMatchObject({ errors: [{ pointer: '#/roles' }] })
})

test('an address is invited once', async () => {
  const dana = somebody()
  await invite(dana)

  const said = await invite({ ...dana, email: dana.email.toUpperCase() })

  expect(said.body).toMatchObject({ type: '/problems/member-exists' })
})

test('the invitation mail can be written from the journal, which holds neither token nor address', async () => {
  const { member } = await invited()

  const fact = (await w.journal()).findLast(({ name }) => name === 'access.member-invited')

  expect(fact?.data).toEqual({
    memberId: member.id,
    name: 'Dana Whitfield',
    linkId: expect.any(String),
    roles: ['manager'],
  })
})

test('somebody new chooses a password, becomes a member and signs in', async () => {
  const { member, token } = await invited()
  const seen = await w.call(viewInvitation, { token }, {})

  const said = await accept(token)

  expect(seen.body).toEqual({
    organization: { slug: 'northwind', name: 'Northwind' },
    name: 'Dana Whitfield',
    email: member.email,
    hasSignIn: false,
  })
  expect(said.body).toEqual({ slug: 'northwind', email: member.email })
  const cookie = cookiesFrom(await w.knock('/sign-in/email', { email: member.email, password: goodPassword }))
  expect((await w.call(me, {}, { cookie, slug: 'northwind' })).body).toMatchObject({ here: { roles: ['manager'] } })
})

test('a password is asked for, and must be a good one', async () => {
  const { token } = await invited()

  expect((await accept(token, {})).body).toMatchObject({ errors: [{ pointer: '#/password' }] })
  expect((await accept(token, { password: 'dana whitfield 1' })).body).toMatchObject({
    type: '/problems/weak-password',
  })
  expect((await accept(token)).status).toBe(200)
})

test('somebody who signs in here already keeps their password: no invitation changes it', async () => {
  const dana = somebody()
  const known = await w.person('Dana Whitfield', dana.email)
  const { token } = await invited(dana)
  expect((await w.call(viewInvitation, { token }, {})).body).toMatchObject({ hasSignIn: true })

  const takeOver = await accept(token, { password: 'another horse battery' })
  const said = await accept(token, {})

  expect(takeOver.body).toMatchObject({ type: '/problems/sign-in-exists', errors: [{ pointer: '#/password' }] })
  expect(said.status).toBe(200)
  expect((await w.knock('/sign-in/email', { email: dana.email, password: goodPassword })).body).toMatchObject({
    user: { id: known.id },
  })
})

test('an invitation works once, for fourteen days, and only the newest', async () => {
  const { member, token } = await invited()
  const again = await w.call(
    inviteAgain,
    { memberId: member.id, version: member.version },
    { cookie: owner, slug: 'northwind' },
  )
  const newer = await w.mailedToken('member-invitation', 'access.member-invited')

  expect(again.status).toBe(200)
  expect((await accept(token)).body).toMatchObject({ type: '/problems/link-ended' })
  w.advance(14 * 86_400_000)
  expect((await accept(newer)).status).toBe(404)
  w.advance(-14 * 86_400_000)
  expect((await accept(newer)).status).toBe(200)
  expect((await accept(newer)).status).toBe(404)
})

test('a withdrawn invitation opens nothing', async () => {
  const { member, token } = await invited()
  await w.call(removeMember, { memberId: member.id, version: 1 }, { cookie: owner, slug: 'northwind' })

  expect((await accept(token)).body).toMatchObject({ type: '/problems/link-ended' })
})

test('a key invites nobody', async () => {
  const actor = { ...w.member('owner'), via: 'key' as const, scopes: ['access.change-members'] }

  const { status } = await w.ask(inviteMember, actor, somebody())

  expect([403, 404]).toContain(status)
})

test('the list shows who is a member and who is invited, page by page, to those who may see it', async () => {
  await invited()
  const page = async (more: object = {}) =>
    w.answered(listMembers, await w.call(listMembers, { limit: 3, ...more }, { cookie: admin, slug: 'northwind' }))

  const first = await page()
  const second = await page({ after: first.next })
  const waiting = await page({ status: 'invited' })

  expect(first.items).toHaveLength(3)
  expect(second.items[0]?.name.localeCompare(first.items[2]?.name ?? '')).toBeGreaterThanOrEqual(0)
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6)
  expect(waiting.items.every(({ status }) => status === 'invited')).toBe(true)
  const { id } = await w.realMember('Lee Okafor', 'lee.list@northwind.example', 'manager')
  const refused = await w.call(listMembers, {}, { cookie: await w.cookieOf(id), slug: 'northwind' })
  expect(refused.status).toBe(403)
})

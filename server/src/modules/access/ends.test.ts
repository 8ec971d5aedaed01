import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import {
  acceptInvitation,
  changeRoles,
  createKey,
  disableMember,
  enableMember,
  inviteMember,
  listMembers,
  me,
  removeMember,
  resetPassword,
  showInvitationLink,
} from '#modules/access/contract.ts'
import { type AccessWorld, createAccessWorld, goodPassword, withinASecond } from '#test/access-world.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
/** Somebody at work: a session, a key and a password reset on its way. */
const atWork = async (...roles: Role[]) => {
  const email = `omar${count++}@northwind.example`
  const { id: personId } = await w.realMember('Omar Haddad', email, ...roles)
  const cookie = await w.cookieOf(personId)
  const asked = { name: 'Ledger export', scopes: ['access.list-members'], expiresInDays: 30 }
  const { token: key } = w.answered(createKey, await w.call(createKey, asked, { cookie, slug: 'northwind' }))
  await w.knock('/request-password-reset', { email })
  const reset = await w.mailedToken('password-reset', 'access.password-reset-requested')
  const { items } = await w.done(listMembers, w.member('owner'), { limit: 200 })
  const { id: memberId, version } = items.find((member) => member.personId === personId)!
  return { email, personId, cookie, key, reset, memberId, version }
}
type AtWork = Awaited<ReturnType<typeof atWork>>

const settled = (ask: () => Promise<number>, wanted: number) => withinASecond(ask, (status) => status === wanted)
/** What each way in answers: 200 while it lives. */
const waysIn = async ({ cookie, key, reset }: AtWork) => ({
  session: await settled(async () => (await w.call(me, {}, { cookie, slug: 'northwind' })).status, 401),
  key: await settled(async () => (await w.call(listMembers, {}, { bearer: key })).status, 401),
  reset: (await w.call(resetPassword, { token: reset, password: 'another horse battery' }, {})).status,
})
const allDead = { session: 401, key: 401, reset: 404 }

describe('an end is final', () => {
  test('somebody who was locked out and let in again with less finds nothing of before alive', async () => {
    const omar = await atWork('admin')
    const owner = w.member('owner')
    const { memberId } = omar

    const out = await w.done(disableMember, owner, { memberId, version: omar.version })
    const roles = ['auditor']
    const less = await w.done(changeRoles, owner, { memberId, version: out.version, roles, departmentIds: null })
    await w.done(enableMember, owner, { memberId, version: less.version })

    expect(await waysIn(omar)).toEqual(allDead)
  })

  test('somebody who was removed has no way left', async () => {
    const omar = await atWork('admin')

    await w.done(removeMember, w.member('owner'), { memberId: omar.memberId, version: omar.version })

    expect(await waysIn(omar)).toEqual(allDead)
  })

  test('the journal names every key that ended with its owner', async () => {
    const omar = await atWork('admin')

    await w.done(disableMember, w.member('owner'), { memberId: omar.memberId, version: omar.version })

    const names = (await w.journal()).slice(-2).map(({ name }) => name)
    expect(names).toEqual(['access.member-disabled', 'access.key-revoked'])
  })

  test('an invitation whose link somebody looked at ends with them, and others stay', async () => {
    const omar = await atWork('admin')
    const acting = { ...w.member('admin'), personId: omar.personId }
    const person = (email: string) => ({ name: 'Lee Okafor', email, roles: ['manager'], departmentIds: null })
    const seen = await w.done(inviteMember, acting, person(`seen${count}@northwind.example`))
    await w.done(inviteMember, acting, person(`unseen${count}@northwind.example`))
    const unseen = await w.mailedToken('member-invitation', 'access.member-invited')
    const { address } = await w.done(showInvitationLink, acting, { memberId: seen.id })

    await w.done(disableMember, w.member('owner'), { memberId: omar.memberId, version: omar.version })

    const accept = async (token: string) =>
      (await w.call(acceptInvitation, { token, name: 'Lee Okafor', password: goodPassword }, {})).status
    expect([await accept(address.split('#')[1] ?? ''), await accept(unseen)]).toEqual([404, 200])
  })
})

describe('whoever may do less', () => {
  test('loses the keys that could do more, also when they get the role back', async () => {
    const omar = await atWork('admin')
    const owner = w.member('owner')
    const change = (version: number, ...roles: Role[]) =>
      w.done(changeRoles, owner, { memberId: omar.memberId, version, roles, departmentIds: null })

    const less = await change(omar.version, 'manager')
    await change(less.version, 'admin')

    expect((await waysIn(omar)).key).toBe(401)
  })

  test('keeps a key that does no more than they may', async () => {
    const omar = await atWork('admin')

    await w.done(changeRoles, w.member('owner'), {
      memberId: omar.memberId,
      version: omar.version,
      roles: ['auditor'],
      departmentIds: null,
    })

    expect((await w.call(listMembers, {}, { bearer: omar.key })).status).toBe(200)
  })
})

describe('a changed way of signing in', { timeout: 90_000 }, () => {
  test('ends the links that were sent before, and every other device', async () => {
    const omar = await atWork('admin')
    await w.sql(`update auth.sessions set created_at = created_at - interval '1 minute' where person_id = $1`, [
      omar.personId,
    ])
    await w.knock('/sign-in/magic-link', { email: omar.email })
    const link = await w.mailedToken('sign-in', 'access.sign-in-link-requested')
    const changing = await w.cookieOf(omar.personId)

    const body = { currentPassword: goodPassword, newPassword: 'yet another horse battery' }
    expect((await w.knock('/change-password', body, { cookie: changing })).status).toBe(200)

    expect((await w.knock('/magic-link/verify', { token: link })).status).toBe(404)
    expect(await waysIn(omar)).toMatchObject({ session: 401, reset: 404 })
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  changeRoles,
  disableMember,
  enableMember,
  listMembers,
  type MemberView,
  me,
  removeMember,
} from '#modules/access/contract.ts'
import { type AccessWorld, createAccessWorld, withinASecond } from '#test/access-world.ts'

let w: AccessWorld
let maya: Awaited<ReturnType<AccessWorld['realMember']>>
let owner: string
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(async () => {
  maya = await w.realMember('Maya Lindqvist', `maya${count++}@northwind.example`, 'owner')
  owner = await w.cookieOf(maya.id)
})
afterAll(() => w.close())

let count = 0
const at = (cookie: string) => ({ cookie, slug: 'northwind' })
const somebody = async (...roles: Parameters<AccessWorld['realMember']>[2][]) => {
  const made = await w.realMember('Dana Whitfield', `dana${count++}@northwind.example`, ...roles)
  return { ...made, cookie: await w.cookieOf(made.id), member: await memberOf(made.id) }
}
const memberOf = async (personId: string): Promise<MemberView> => {
  const { items } = w.answered(listMembers, await w.call(listMembers, { limit: 200 }, at(owner)))
  const found = items.find((member) => member.personId === personId)
  if (!found) throw new Error('This person is no member.')
  return found
}
const change = ({ id, version }: MemberView, roles: readonly string[], cookie = owner) =>
  w.call(changeRoles, { memberId: id, version, roles, departmentIds: null }, at(cookie))
const to = (endpoint: typeof disableMember, { id, version }: MemberView, cookie = owner) =>
  w.call(endpoint, { memberId: id, version }, at(cookie))
const rolesHere = async (cookie: string) => {
  const said = await w.call(me, {}, at(cookie))
  return said.status === 200 ? w.answered(me, said).here?.roles.join() : said.status
}

test('a role by which money moves is given only right after a sign-in or a confirmation', async () => {
  const { member } = await somebody('manager')
  w.advance(6 * 60_000)

  const said = await change(member, ['manager', 'releaser'])

  expect(said.body).toMatchObject({ type: '/problems/step-up-required' })
  expect((await change(member, ['approver'])).status).toBe(200)
  w.advance(-6 * 60_000)
})

test('whoever looked at an older version is told so', async () => {
  const { member } = await somebody('manager')
  await change(member, ['approver'])

  expect((await change(member, ['legal'])).body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
})

test('the last owner can neither give the role up nor be removed by somebody else', async () => {
  await w.sql("update members set status = 'disabled' where 'owner' = any (roles) and person_id <> $1", [maya.id])
  const admin = await somebody('admin')
  const last = await memberOf(maya.id)

  expect((await change(last, ['manager'])).body).toMatchObject({ type: '/problems/last-owner' })
  expect((await to(removeMember, last, admin.cookie)).body).toMatchObject({ type: '/problems/beyond-your-role' })
  expect((await to(disableMember, last)).body).toMatchObject({ type: '/problems/your-own-membership' })
})

test('two owners who remove each other at the same moment leave one of them', async () => {
  await w.sql("update members set status = 'disabled' where 'owner' = any (roles) and person_id <> $1", [maya.id])
  const other = await somebody('owner')
  const [mine, theirs] = [await memberOf(maya.id), await memberOf(other.id)]

  const said = await Promise.all([to(removeMember, theirs, owner), to(removeMember, mine, other.cookie)])

  expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
  const left = await w.sql("select 1 from members where 'owner' = any (roles) and status = 'active'")
  expect(left).toHaveLength(1)
})

test.each([
  ['disabled', disableMember],
  ['removed', removeMember],
])('a %s member is nobody here within a second, in every process', async (_, endpoint) => {
  const { cookie, member } = await somebody('manager')
  expect(await rolesHere(cookie)).toBe('manager')

  const said = await to(endpoint, member)

  expect(said.status).toBe(200)
  expect(
    await withinASecond(
      () => rolesHere(cookie),
      (status) => status === 401,
    ),
  ).toBe(401)
})

test('a changed role holds within a second, and the journal says from what to what', async () => {
  const { cookie, member } = await somebody('manager')
  expect(await rolesHere(cookie)).toBe('manager')

  await change(member, ['approver', 'legal'])

  expect(
    await withinASecond(
      () => rolesHere(cookie),
      (roles) => roles === 'approver,legal',
    ),
  ).toBe('approver,legal')
  const facts = (await w.journal()).filter(({ data }) => data.memberId === member.id)
  expect(facts.at(-1)).toMatchObject({
    name: 'access.roles-changed',
    data: { memberId: member.id, before: ['manager'], roles: ['approver', 'legal'] },
    personId: maya.id,
  })
})

test('a disabled member comes back with the same roles, and signs in anew', async () => {
  const { cookie, id, member } = await somebody('manager')
  await to(disableMember, member)

  const said = await to(enableMember, await memberOf(id))

  expect(said.body).toMatchObject({ status: 'active', roles: ['manager'] })
  expect(await rolesHere(cookie)).toBe(401)
  expect(await rolesHere(await w.cookieOf(id))).toBe('manager')
})

test('whoever is disabled in one organization is signed out, and keeps what they are in another', async () => {
  const harbor = await w.newOrganization(`harbor-${count++}`)
  const { member, ...person } = await somebody('manager')
  await w.join(harbor, person, 'legal')

  await to(disableMember, member)

  const again = await w.cookieOf(person.id)
  const mine = w.answered(me, await w.call(me, {}, { cookie: again }))
  expect(mine.organizations).toMatchObject([{ roles: ['legal'] }])
})

test('the name of somebody who left is still known, and their address can be invited anew', async () => {
  const { id, email, member } = await somebody('manager')
  await to(removeMember, member)

  const again = await w.work(w.member(), ({ tx }) =>
    import('./store.ts').then((store) => store.memberNames(tx, [id])),
  )

  expect(again.get(id)).toBe('Dana Whitfield')
  await expect(
    w.join(w.northwind, { id, email, name: 'Dana Whitfield', twoFactor: false }, 'legal'),
  ).resolves.toBeDefined()
})

test('when a member was last here is known, also after they signed out', async () => {
  const { cookie, id, member } = await somebody('manager')
  w.advance(2 * 60_000)
  await rolesHere(cookie)
  const seen = await withinASecond(
    () => memberOf(id),
    ({ lastSeenAt }) => lastSeenAt !== member.lastSeenAt,
  )

  await w.sql('delete from auth.sessions where person_id = $1', [id])

  expect(seen.lastSeenAt).toBe(w.now().toISOString())
  expect((await memberOf(id)).lastSeenAt).toBe(seen.lastSeenAt)
  w.advance(-2 * 60_000)
})

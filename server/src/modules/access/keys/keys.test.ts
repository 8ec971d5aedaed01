import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  createKey,
  disableMember,
  inviteMember,
  listKeys,
  listMembers,
  me,
  revokeKey,
} from '#modules/access/contract.ts'
import { scopesFor } from '#modules/access/index.ts'
import { listDepartments } from '#modules/organizations/contract.ts'
import { type AccessWorld, createAccessWorld, withinASecond } from '#test/access-world.ts'

let w: AccessWorld
let owner: string
let omar: Awaited<ReturnType<AccessWorld['realMember']>>
let admin: string
beforeAll(async () => {
  w = await createAccessWorld()
  owner = await w.cookieOf((await w.realMember('Maya Lindqvist', 'maya@northwind.example', 'owner')).id)
})
beforeEach(async () => {
  omar = await w.realMember('Omar Haddad', `omar${count++}@northwind.example`, 'admin')
  admin = await w.cookieOf(omar.id)
})
afterAll(() => w.close())

let count = 0
const scopes = ['access.list-members', 'organizations.list-departments']
const ask = (input: object, cookie = admin) =>
  w.call(createKey, { name: 'Ledger export', scopes, expiresInDays: 30, ...input }, { cookie, slug: 'northwind' })
const made = async (input: object = {}) => w.answered(createKey, await ask(input))
const statusWith = async (bearer: string) => (await w.call(listMembers, {}, { bearer })).status

test('a key can be given nothing that its owner may not do, and nothing that only people may do', async () => {
  const beyond = await ask({ scopes: ['access.list-members', 'access.change-members', 'made-up.right'] })

  expect(beyond.body).toMatchObject({
    type: '/problems/scope-not-yours',
    errors: [{ pointer: '#/scopes/1' }, { pointer: '#/scopes/2' }],
  })
  expect(scopesFor(['owner', 'admin'])).not.toContain('access.change-keys')
})

test('a key does only what it was made for', async () => {
  const { token } = await made({ scopes: ['organizations.list-departments'] })

  expect((await w.call(listDepartments, {}, { bearer: token })).status).toBe(200)
  expect(await statusWith(token)).toBe(403)
  expect((await w.call(me, {}, { bearer: token })).status).toBe(403)
})

test('a key makes no key and invites nobody', async () => {
  const { token } = await made()
  const dana = { name: 'Dana', email: 'dana@northwind.example', roles: ['manager'], departmentIds: null }

  const key = await w.call(createKey, { name: 'More', scopes, expiresInDays: 1 }, { bearer: token })
  const member = await w.call(inviteMember, dana, { bearer: token })

  expect([key.status, member.status]).toEqual([403, 403])
})

test('a key with any sign changed is none', async () => {
  const { token } = await made()

  for (const place of [7, 20, 40, 60, 80, 92]) {
    const other = token[place] === 'A' ? 'B' : 'A'
    expect(await statusWith(token.slice(0, place) + other + token.slice(place + 1))).toBe(401)
  }
  expect(await statusWith(token.slice(0, -1))).toBe(401)
  expect(await statusWith(`${token}x`)).toBe(401)
})

test('a key belongs to one organization, whatever the header says', async () => {
  const { token } = await made()
  await w.newOrganization(`harbor-${count++}`)

  const said = await w.call(listMembers, {}, { bearer: token, slug: `harbor-${count - 1}` })

  expect(said.body).toMatchObject({ status: 404, type: '/problems/not-found' })
})

test('a key ends on its day', async () => {
  const { token } = await made({ expiresInDays: 1 })
  expect(await statusWith(token)).toBe(200)

  w.advance(86_400_000)

  expect(await statusWith(token)).toBe(401)
  w.advance(-86_400_000)
})

test('a revoked key is dead within a second, and cannot be revoked twice', async () => {
  const { key, token } = await made()
  expect(await statusWith(token)).toBe(200)
  const revoke = () => w.call(revokeKey, { keyId: key.id }, { cookie: admin, slug: 'northwind' })

  const [said, again] = [await revoke(), await revoke()]

  expect(said.body).toMatchObject({ revokedAt: expect.any(String) })
  expect(again.status).toBe(409)
  expect(
    await withinASecond(
      () => statusWith(token),
      (status) => status === 401,
    ),
  ).toBe(401)
})

test('a key dies with the membership of its owner', async () => {
  const { token } = await made()
  expect(await statusWith(token)).toBe(200)
  const { items } = w.answered(listMembers, await w.call(listMembers, {}, { cookie: owner, slug: 'northwind' }))
  const { id: memberId, version } = items.find(({ personId }) => personId === omar.id) ?? {}

  await w.call(disableMember, { memberId, version }, { cookie: owner, slug: 'northwind' })

  expect(
    await withinASecond(
      () => statusWith(token),
      (status) => status === 401,
    ),
  ).toBe(401)
})

test('a key is shown once: afterwards only its end and its name are', async () => {
  const { key, token } = await made({ name: 'Once only' })

  const listed = await w.call(listKeys, {}, { cookie: admin, slug: 'northwind' })
  const kept = JSON.stringify([await w.sql('select * from api_keys'), await w.journal()])

  expect(listed.text).not.toContain(token)
  expect(kept).not.toContain(token)
  expect(w.answered(listKeys, listed).items).toContainEqual(
    expect.objectContaining({ id: key.id, name: 'Once only', lastFour: token.slice(-4), ownerName: 'Omar Haddad' }),
  )
})

test('when a key was last used is known to the hour', async () => {
  const { key, token } = await made()
  await statusWith(token)

  const used = await withinASecond(
    async () => w.answered(listKeys, await w.call(listKeys, {}, { cookie: admin, slug: 'northwind' })),
    ({ items }) => items.some(({ id, lastUsedAt }) => id === key.id && lastUsedAt !== null),
  )

  expect(used.items.find(({ id }) => id === key.id)?.lastUsedAt).not.toBeNull()
})

test('whoever makes a key is told which rights they can give it', async () => {
  const auditor = await w.realMember('Tomas Berg', 'tomas@northwind.example', 'auditor')
  const listedFor = async (cookie: string) =>
    w.answered(listKeys, await w.call(listKeys, {}, { cookie, slug: 'northwind' }))

  const [mine, theirs] = [await listedFor(admin), await listedFor(await w.cookieOf(auditor.id))]

  expect(mine.can.change).toBe(true)
  expect(mine.grantable).toEqual(scopesFor(['admin']))
  expect(mine.grantable).not.toContain('access.change-keys')
  expect(theirs.can.change).toBe(false)
})

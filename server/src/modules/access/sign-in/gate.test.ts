import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { me } from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'
import { createAuth } from './better-auth.ts'
import { doors } from './gate.ts'

let w: AccessWorld
const dana = { email: 'dana@northwind.example', password: goodPassword }
beforeAll(async () => {
  w = await createAccessWorld()
  await w.realMember('Dana Whitfield', dana.email, 'manager')
})
beforeEach(() => w.move())
afterAll(() => w.close())

describe('what is not on the list of doors is not there', () => {
  const listed = new Set(doors.map(({ path }) => path))

  test('not one of the other ways in that the library has', async () => {
    const { api } = createAuth(w.runtime, { tokenFor: async () => '', send: async () => undefined })
    const others = Object.values(api)
      .map(({ path }: { path?: string }) => path)
      .filter((path) => path !== undefined && !listed.has(path))

    expect(others.length).toBeGreaterThan(20)
    for (const path of others) {
      expect([path, (await w.knock(path ?? '', {})).status]).toEqual([path, 404])
      expect([path, (await w.look(path ?? '')).status]).toEqual([path, 404])
    }
  })

  test.each(['/sign-in/email/', '//sign-in/email', '/sign-in/email/../../sign-up/email', '/%73ign-up/email'])(
    'nor %s',
    async (path) => {
      expect((await w.knock(path, dana)).status).toBe(404)
    },
  )

  test('nor a door by another method', async () => {
    expect((await w.look('/sign-in/email')).status).toBe(404)
    expect((await w.knock('/passkey/list-user-passkeys')).status).toBe(404)
  })
})

describe('another site cannot sign anybody in', () => {
  test.each([
    ['from its own address', { origin: 'https://evil.example' }],
    ['from nowhere', { origin: 'null' }],
    ['from its own address, which it also names as ours', { origin: 'https://evil.example', host: 'evil.example' }],
    ['from another port of this machine', { origin: 'http://localhost:3001', host: 'localhost:3001' }],
    ['without TLS from a place that has it, or the other way round', { origin: 'https://localhost:3000' }],
    ['by telling only that it is cross-site', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { origin: '', 'sec-fetch-site': 'same-site' }],
    ['by a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['by a form that pretends to be text', { 'content-type': 'text/plain' }],
    ['by a file upload', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('%s', async (_, headers) => {
    const said = await w.knock('/sign-in/email', dana, { headers })

    expect([403, 415]).toContain(said.status)
    expect(said.cookies).toEqual([])
  })

  test('and whoever does not say where they come from gets no cookie either', async () => {
    const response = await w.app.request('http://localhost:3000/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(dana),
    })

    expect(response.status).toBe(403)
  })
})

test.each(doors.filter(({ admits }) => admits !== 'anybody').map(({ method, path }) => [method, path] as const))(
  'a stranger at %s %s is asked to sign in',
  async (method, path) => {
    const bodies = [
      {},
      { password: 'x' },
      { currentPassword: 'x', newPassword: goodPassword },
      { response: {}, name: 'x' },
      { id: '0199a000-0000-7000-8000-0000000000aa', name: 'x' },
    ]
    const all = method === 'GET' ? [await w.look(path)] : await Promise.all(bodies.map((body) => w.knock(path, body)))

    expect(all.some(({ status }) => status === 401 || status === 422)).toBe(true)
    expect(all.every(({ status }) => status === 401 || status === 422)).toBe(true)
  },
)

test('a property that a door does not know is refused', async () => {
  const said = await w.knock('/sign-in/email', { ...dana, rememberMe: true })

  expect(said.status).toBe(422)
  expect(said.body).toMatchObject({ errors: [{ pointer: '#/rememberMe' }] })
})

test('the cookie is out of reach for scripts and other sites, and no token is in the body', async () => {
  const said = await w.knock('/sign-in/email', dana)

  expect(said.body).toEqual({ user: { id: expect.any(String), name: 'Dana Whitfield', email: dana.email } })
  expect(said.cookies).toHaveLength(2)
  for (const cookie of said.cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(said.headers.get('cache-control')).toBe('no-store')
  expect(said.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('signing in again ends the session this browser had', async () => {
  const first = cookiesFrom(await w.knock('/sign-in/email', dana))
  const second = cookiesFrom(await w.knock('/sign-in/email', dana, { cookie: first }))

  expect(second).not.toBe(first)
  expect((await w.call(me, {}, { cookie: first })).status).toBe(401)
  expect((await w.call(me, {}, { cookie: second })).status).toBe(200)
})

test('whoever signs out is out at once', async () => {
  const cookie = cookiesFrom(await w.knock('/sign-in/email', dana))
  expect((await w.call(me, {}, { cookie })).status).toBe(200)

  const said = await w.knock('/sign-out', {}, { cookie })

  expect(said.status).toBe(200)
  expect((await w.call(me, {}, { cookie })).status).toBe(401)
})

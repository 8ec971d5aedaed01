import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { me } from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
const somebody = async () => {
  const email = `person${count++}@northwind.example`
  const made = await w.realMember(`Person ${count}`, email, 'manager')
  return { ...made, credentials: { email, password: goodPassword } }
}
const wrong = 'certainly not the password'

test('a wrong password and an unknown address get the same answer', async () => {
  const { credentials } = await somebody()

  const known = await w.knock('/sign-in/email', { ...credentials, password: wrong })
  const unknown = await w.knock('/sign-in/email', { email: 'nobody@northwind.example', password: wrong })

  const bare = (said: { text: string }) => said.text.replace(/"requestId":"[^"]+"/, '')
  expect(known.status).toBe(401)
  expect(known.body).toMatchObject({ type: '/problems/wrong-sign-in' })
  expect(bare(unknown)).toBe(bare(known))
  expect([known.cookies, unknown.cookies]).toEqual([[], []])
})

test('fifty guesses at once are fifty guesses: only the free ones are looked at', async () => {
  const { credentials } = await somebody()

  const said = await Promise.all(
    Array.from({ length: 50 }, () => w.knock('/sign-in/email', { ...credentials, password: wrong })),
  )

  expect(said.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(said.filter(({ status }) => status === 429)).toHaveLength(45)
  expect(said.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/)
})

test('an account that is being guessed still opens for the browser its owner uses', async () => {
  const { credentials } = await somebody()
  const own = cookiesFrom(await w.knock('/sign-in/email', credentials))
  for (let guess = 0; guess < 6; guess++) await w.knock('/sign-in/email', { ...credentials, password: wrong })
  expect((await w.knock('/sign-in/email', credentials)).status).toBe(429)

  const said = await w.knock('/sign-in/email', credentials, { cookie: own })

  expect(said.status).toBe(200)
})

test('the cookie of one person is no way around the count of another', async () => {
  const [one, other] = [await somebody(), await somebody()]
  const own = cookiesFrom(await w.knock('/sign-in/email', one.credentials))
  for (let guess = 0; guess < 5; guess++) await w.knock('/sign-in/email', { ...other.credentials, password: wrong })

  const said = await w.knock('/sign-in/email', { ...other.credentials, password: wrong }, { cookie: own })

  expect(said.status).toBe(429)
})

test('the wait passes by itself', async () => {
  const { credentials } = await somebody()
  for (let guess = 0; guess < 6; guess++) await w.knock('/sign-in/email', { ...credentials, password: wrong })
  expect((await w.knock('/sign-in/email', credentials)).status).toBe(429)

  w.advance(2_000)

  expect((await w.knock('/sign-in/email', credentials)).status).toBe(200)
})

test('setting the clock back an hour makes nobody wait for that hour', async () => {
  const { credentials } = await somebody()
  for (let guess = 0; guess < 6; guess++) await w.knock('/sign-in/email', { ...credentials, password: wrong })
  w.advance(-3_600_000)

  const waiting = await w.knock('/sign-in/email', credentials)
  w.advance(2_000)
  const said = await w.knock('/sign-in/email', credentials)
  w.advance(3_600_000)

  expect(waiting.status).toBe(429)
  expect(Number(waiting.headers.get('retry-after'))).toBeLessThanOrEqual(1)
  expect(said.status).toBe(200)
})

test('a new password must be a good one, and the old one be known', async () => {
  const { id, credentials } = await somebody()
  const cookie = await w.cookieOf(id)
  const change = (currentPassword: string, newPassword: string) =>
    w.knock('/change-password', { currentPassword, newPassword }, { cookie })

  expect((await change(credentials.password, 'too short')).body).toMatchObject({
    errors: [{ pointer: '#/newPassword', detail: expect.stringContaining('15 characters') }],
  })
  expect((await change(credentials.password, 'passwordpassword')).body).toMatchObject({
    type: '/problems/weak-password',
    errors: [{ pointer: '#/newPassword' }],
  })
  expect((await change(wrong, 'another horse battery')).body).toMatchObject({ type: '/problems/wrong-proof' })
})

test('a changed password signs every other device out, and the organization is told', async () => {
  const { id, name, credentials } = await somebody()
  const [here, elsewhere] = [await w.cookieOf(id), await w.cookieOf(id)]

  const said = await w.knock(
    '/change-password',
    { currentPassword: credentials.password, newPassword: 'another horse battery' },
    { cookie: here },
  )

  expect(said.status).toBe(200)
  expect((await w.call(me, {}, { cookie: elsewhere })).status).toBe(401)
  expect((await w.call(me, {}, { cookie: cookiesFrom(said) })).status).toBe(200)
  expect((await w.knock('/sign-in/email', credentials)).status).toBe(401)
  expect(await w.journal()).toContainEqual({
    name: 'access.sign-in-changed',
    data: { forPersonId: id, name, change: 'password-changed' },
    personId: id,
    via: 'session',
  })
})

test('no plain address and no password lies in the counts', async () => {
  await w.knock('/sign-in/email', { email: 'canary@northwind.example', password: 'canary canary canary' })

  const rows = await w.sql('select * from auth.guesses')

  expect(JSON.stringify(rows)).not.toMatch(/canary|local|northwind/)
})

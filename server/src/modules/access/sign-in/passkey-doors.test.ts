import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { me } from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld } from '#test/access-world.ts'
import { createPasskey } from '#test/authenticator.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
const somebody = async () => {
  const made = await w.realMember(`Person ${count}`, `person${count++}@northwind.example`, 'releaser')
  return { ...made, cookie: await w.cookieOf(made.id) }
}

const addPasskey = async (cookie: string, passkey = createPasskey()) => {
  const asked = await w.look('/passkey/generate-register-options', { cookie })
  const response = passkey.register(asked.body)
  const both = `${cookie}; ${cookiesFrom(asked)}`
  const said = await w.knock('/passkey/verify-registration', { response, name: 'Phone' }, { cookie: both })
  return { passkey, said }
}

const signInWith = async (passkey: ReturnType<typeof createPasskey>, cookie = '') => {
  const asked = await w.look('/passkey/generate-authenticate-options')
  const response = passkey.signIn(asked.body)
  return w.knock('/passkey/verify-authentication', { response }, { cookie: `${cookie}; ${cookiesFrom(asked)}` })
}

test('a passkey that nobody has added opens nothing', async () => {
  const said = await signInWith(createPasskey())

  expect(said.body).toMatchObject({ type: '/problems/passkey-refused' })
  expect(said.cookies).toEqual([])
})

test('a passkey that asks for no finger, face or PIN is only half a proof and is refused', async () => {
  const { cookie } = await somebody()
  const { passkey, said } = await addPasskey(cookie, createPasskey({ verifiesUser: false }))

  expect(said.status === 200 ? (await signInWith(passkey)).status : said.status).not.toBe(200)
})

test('an answer to one challenge does not open the next', async () => {
  const { cookie } = await somebody()
  const { passkey } = await addPasskey(cookie)
  const asked = await w.look('/passkey/generate-authenticate-options')
  const response = passkey.signIn(asked.body)
  await w.knock('/passkey/verify-authentication', { response }, { cookie: cookiesFrom(asked) })

  const again = await w.knock('/passkey/verify-authentication', { response }, { cookie: cookiesFrom(asked) })
  const other = await w.look('/passkey/generate-authenticate-options')
  const elsewhere = await w.knock('/passkey/verify-authentication', { response }, { cookie: cookiesFrom(other) })

  expect([again.status, elsewhere.status].every((status) => status >= 400)).toBe(true)
})

test('adding and removing one asks for a fresh sign-in', async () => {
  const { cookie } = await somebody()
  w.advance(6 * 60_000)

  const add = await w.look('/passkey/generate-register-options', { cookie })
  const remove = await w.knock('/passkey/delete-passkey', { id: '0199a000-0000-7000-8000-0000000000aa' }, { cookie })

  expect(add.body).toMatchObject({ type: '/problems/step-up-required' })
  expect(remove.body).toMatchObject({ type: '/problems/step-up-required' })
  w.advance(-6 * 60_000)
})

test('somebody adds a passkey, signs in with it, and the organization is told', async () => {
  const { id, name, email, cookie } = await somebody()
  const { passkey, said: added } = await addPasskey(cookie)

  const said = await signInWith(passkey)

  expect(added.status).toBe(200)
  expect(said.body).toEqual({ user: { id, name, email } })
  expect((await w.call(me, {}, { cookie: cookiesFrom(said) })).body).toMatchObject({ person: { id, passkeys: 1 } })
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({
      name: 'access.sign-in-changed',
      data: { forPersonId: id, name, change: 'passkey-added' },
    }),
  )
})

test('signing in by passkey again confirms that it is them, under a new session', async () => {
  const { cookie } = await somebody()
  const { passkey } = await addPasskey(cookie)

  const said = await signInWith(passkey, cookie)

  expect((await w.call(me, {}, { cookie })).status).toBe(401)
  expect((await w.call(me, {}, { cookie: cookiesFrom(said) })).status).toBe(200)
})

test('the list shows names, and a removed one opens nothing', async () => {
  const { cookie } = await somebody()
  const { passkey } = await addPasskey(cookie)
  const listed = await w.look('/passkey/list-user-passkeys', { cookie })
  const { items } = listed.body as { items: { id: string }[] }

  const removed = await w.knock('/passkey/delete-passkey', { id: items[0]?.id }, { cookie })

  expect(items).toEqual([{ id: expect.any(String), name: 'Phone', createdAt: expect.any(String) }])
  expect(removed.status).toBe(200)
  expect((await signInWith(passkey)).status).toBe(422)
})

test('a passkey is given another name, and the organization is told', async () => {
  const { id, cookie } = await somebody()
  await addPasskey(cookie)
  const names = async () => {
    const { items } = (await w.look('/passkey/list-user-passkeys', { cookie })).body as { items: Listed[] }
    return items
  }
  type Listed = { id: string; name: string }
  const [passkey] = await names()

  const nameless = await w.knock('/passkey/update-passkey', { id: passkey?.id, name: '  ' }, { cookie })
  const said = await w.knock('/passkey/update-passkey', { id: passkey?.id, name: 'Work phone' }, { cookie })

  expect(nameless.body).toMatchObject({ errors: [{ pointer: '#/name' }] })
  expect(said.status).toBe(200)
  expect(await names()).toMatchObject([{ name: 'Work phone' }])
  const facts = (await w.journal()).filter(({ data }) => data.forPersonId === id)
  expect(facts.map(({ data }) => data.change)).toEqual(['passkey-added', 'passkey-renamed'])
})

test('nobody names the passkey of somebody else', async () => {
  const [one, other] = [await somebody(), await somebody()]
  await addPasskey(one.cookie)
  const listed = await w.look('/passkey/list-user-passkeys', { cookie: one.cookie })
  const { items } = listed.body as { items: { id: string }[] }

  const said = await w.knock('/passkey/update-passkey', { id: items[0]?.id, name: 'Mine' }, { cookie: other.cookie })

  expect(said.status).toBeGreaterThanOrEqual(400)
  expect((await w.look('/passkey/list-user-passkeys', { cookie: one.cookie })).body).toMatchObject({
    items: [{ name: 'Phone' }],
  })
})

test('nobody removes the passkey of somebody else', async () => {
  const [one, other] = [await somebody(), await somebody()]
  const { passkey } = await addPasskey(one.cookie)
  const listed = await w.look('/passkey/list-user-passkeys', { cookie: one.cookie })
  const { items } = listed.body as { items: { id: string }[] }

  const said = await w.knock('/passkey/delete-passkey', { id: items[0]?.id }, { cookie: other.cookie })

  expect(said.status).toBeGreaterThanOrEqual(400)
  expect((await signInWith(passkey)).status).toBe(200)
})

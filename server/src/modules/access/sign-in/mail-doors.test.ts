import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { me, resetPassword } from '#modules/access/contract.ts'
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
  const made = await w.realMember(`Person ${count}`, email, 'approver')
  return { ...made, credentials: { email, password: goodPassword } }
}
const linkFor = async (email: string) => {
  await w.knock('/sign-in/magic-link', { email })
  return w.mailedToken('sign-in', 'access.sign-in-link-requested')
}
const resetFor = async (email: string) => {
  await w.knock('/request-password-reset', { email })
  return w.mailedToken('password-reset', 'access.password-reset-requested')
}
const newPassword = 'another horse battery'

describe.each(['/sign-in/magic-link', '/request-password-reset'])('%s', (path) => {
  test('answers alike, and after a like time, for an address that nobody has', async () => {
    const { email } = await somebody()
    const timed = async (asked: string) => {
      const start = performance.now()
      const { status, text } = await w.knock(path, { email: asked })
      return { status, text, tookLong: performance.now() - start >= 245 }
    }

    expect(await timed('nobody@northwind.example')).toEqual(await timed(email))
    expect(await timed(email)).toEqual({ status: 200, text: '{}', tookLong: true })
  })

  test('sends nobody more than a few mails, however often it is asked', async () => {
    const { id, email } = await somebody()

    const said = []
    for (let time = 0; time < 6; time++) said.push((await w.knock(path, { email })).status)

    expect(said).toEqual([200, 200, 200, 429, 429, 429])
    expect((await w.journal()).filter(({ data }) => data.forPersonId === id)).toHaveLength(3)
  })

  test('writes neither token nor address into the journal', async () => {
    const { id, name, email } = await somebody()

    await w.knock(path, { email })

    const facts = (await w.journal()).filter(({ data }) => data.forPersonId === id)
    expect(facts.map(({ data }) => data)).toEqual([{ forPersonId: id, name, linkId: expect.any(String) }])
  })
})

describe('a sign-in link', () => {
  test('opens once', async () => {
    const { email } = await somebody()
    const token = await linkFor(email)

    const said = await w.knock('/magic-link/verify', { token })
    const again = await w.knock('/magic-link/verify', { token })

    expect((await w.call(me, {}, { cookie: cookiesFrom(said) })).body).toMatchObject({ person: { email } })
    expect(again.body).toMatchObject({ type: '/problems/link-ended' })
  })

  test('of twenty who open it at once, one gets in', async () => {
    const { id, email } = await somebody()
    const token = await linkFor(email)

    const said = await Promise.all(Array.from({ length: 20 }, () => w.knock('/magic-link/verify', { token })))

    expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await w.sql('select id from auth.sessions where person_id = $1', [id])).toHaveLength(1)
  })

  test('is not used up by a scanner that follows the links in a mail', async () => {
    const { email } = await somebody()
    const token = await linkFor(email)

    expect((await w.look(`/magic-link/verify?token=${token}`)).status).toBe(404)

    expect((await w.knock('/magic-link/verify', { token })).status).toBe(200)
  })

  test('is kept nowhere as it is', async () => {
    const { email } = await somebody()
    const token = await linkFor(email)

    const kept = await w.sql('select identifier, value from auth.verifications')

    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('does not open the place of another kind of link, nor the other way round', async () => {
    const { email } = await somebody()
    const [link, reset] = [await linkFor(email), await resetFor(email)]

    const asReset = await w.call(resetPassword, { token: link, password: newPassword }, {})
    const asLink = await w.knock('/magic-link/verify', { token: reset })

    expect(asReset.body).toMatchObject({ type: '/problems/link-ended' })
    expect(asLink.body).toMatchObject({ type: '/problems/link-ended' })
  })
})

describe('a new password by mail', () => {
  test('must be a good one, and a bad one does not use the link up', async () => {
    const { email } = await somebody()
    const token = await resetFor(email)

    const weak = await w.call(resetPassword, { token, password: 'passwordpassword' }, {})
    const good = await w.call(resetPassword, { token, password: newPassword }, {})

    expect(weak.body).toMatchObject({ errors: [{ pointer: '#/password' }] })
    expect(good.body).toEqual({ email })
  })

  test('ends every session and signs nobody in', async () => {
    const { id, credentials } = await somebody()
    const cookie = await w.cookieOf(id)

    const said = await w.call(resetPassword, { token: await resetFor(credentials.email), password: newPassword }, {})

    expect(said.cookies).toEqual([])
    expect((await w.call(me, {}, { cookie })).status).toBe(401)
    expect((await w.knock('/sign-in/email', credentials)).status).toBe(401)
    expect((await w.knock('/sign-in/email', { ...credentials, password: newPassword })).status).toBe(200)
  })

  test('works once, for an hour, and only by the newest link', async () => {
    const { email } = await somebody()
    const [older, newer] = [await resetFor(email), await resetFor(email)]
    const reset = async (token: string) => (await w.call(resetPassword, { token, password: newPassword }, {})).status

    expect(await reset(older)).toBe(404)
    expect(await reset(newer)).toBe(200)
    expect(await reset(newer)).toBe(404)
    const late = await resetFor(email)
    w.advance(61 * 60_000)
    expect(await reset(late)).toBe(404)
    w.advance(-61 * 60_000)
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createKey, me } from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'
import { codeAt } from '#test/authenticator.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
const somebody = async () => {
  const made = await w.realMember(`Person ${count}`, `person${count++}@northwind.example`, 'owner')
  return { ...made, cookie: await w.cookieOf(made.id) }
}
const key = { name: 'Ledger export', scopes: ['access.list-members'], expiresInDays: 30 }
const makeKey = (cookie: string) => w.call(createKey, key, { cookie, slug: 'northwind' })

/** Six minutes later, as far as this session is concerned. */
const age = (id: string) =>
  w.sql("update auth.sessions set created_at = created_at - interval '6 minutes' where person_id = $1", [id])

test('what needs a fresh sign-in asks for a confirmation after five minutes, and goes ahead with it', async () => {
  const { id } = await somebody()
  const cookie = await w.cookieOf(id)
  await age(id)
  expect((await makeKey(cookie)).body).toMatchObject({ status: 403, type: '/problems/step-up-required' })

  const confirmed = await w.knock('/confirm', { password: goodPassword }, { cookie })

  expect(confirmed.status).toBe(200)
  expect((await makeKey(cookiesFrom(confirmed))).status).toBe(200)
})

test('a confirmation exchanges the session for a new one', async () => {
  const { cookie } = await somebody()

  const confirmed = await w.knock('/confirm', { password: goodPassword }, { cookie })

  expect((await w.call(me, {}, { cookie })).status).toBe(401)
  expect((await w.call(me, {}, { cookie: cookiesFrom(confirmed) })).status).toBe(200)
})

test('the thief of a session gets five guesses, and the session stays as old as it was', async () => {
  const { id, cookie } = await somebody()
  await age(id)

  const said = []
  for (let guess = 0; guess < 7; guess++)
    said.push(await w.knock('/confirm', { password: `guess ${guess}` }, { cookie }))

  expect(said.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429])
  expect((await makeKey(cookie)).status).toBe(403)
})

/** Somebody whose phone is lost: the second factor is on, and the codes they kept are all there is. */
const withBackupCodes = async () => {
  const { id, cookie } = await somebody()
  const begun = await w.knock('/two-factor/enable', { password: goodPassword }, { cookie })
  const { totpURI, backupCodes } = begun.body as { totpURI: string; backupCodes: string[] }
  const code = codeAt(totpURI, new Date(Date.now()))
  const on = await w.knock('/two-factor/verify-totp', { code }, { cookie })
  await age(id)
  return { id, cookie: cookiesFrom(on), backupCodes }
}

test('a backup code that was made up, is somebody else’s, or comes without a second factor confirms nothing', async () => {
  const { cookie } = await withBackupCodes()
  const other = await withBackupCodes()
  const without = await somebody()

  const madeUp = await w.knock('/confirm', { backupCode: 'aaaaa-bbbbb' }, { cookie })
  const stolen = await w.knock('/confirm', { backupCode: other.backupCodes[0] }, { cookie })
  const none = await w.knock('/confirm', { backupCode: 'aaaaa-bbbbb' }, { cookie: without.cookie })

  expect([madeUp.body, stolen.body]).toMatchObject([
    { type: '/problems/wrong-proof' },
    { type: '/problems/wrong-proof' },
  ])
  expect(none.body).toMatchObject({ errors: [{ pointer: '#/password' }] })
  expect((await makeKey(cookie)).body).toMatchObject({ type: '/problems/step-up-required' })
})

test('guessing backup codes is counted like guessing anything else', async () => {
  const { cookie } = await withBackupCodes()

  const said = []
  for (let guess = 0; guess < 7; guess++)
    said.push(await w.knock('/confirm', { backupCode: `aaaaa-bbbb${guess}` }, { cookie }))

  expect(said.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429])
})

test('whoever has lost the phone confirms by a backup code, which works once; the others stay', async () => {
  const { id, cookie, backupCodes } = await withBackupCodes()
  const [first, second] = backupCodes

  const confirmed = await w.knock('/confirm', { backupCode: ` ${first} ` }, { cookie })
  const renewed = cookiesFrom(confirmed)
  const made = await makeKey(renewed)
  await age(id)
  const again = await w.knock('/confirm', { backupCode: first }, { cookie: renewed })
  const next = await w.knock('/confirm', { backupCode: second }, { cookie: renewed })

  expect([confirmed.status, made.status]).toEqual([200, 200])
  expect(again.body).toMatchObject({ type: '/problems/wrong-proof' })
  expect(next.status).toBe(200)
})

test('of four who come with the same backup code at once, one is believed', async () => {
  const { id, backupCodes } = await withBackupCodes()
  const cookies = []
  for (let place = 0; place < 4; place++) cookies.push(await w.cookieOf(id))

  const said = await Promise.all(
    cookies.map((cookie) => w.knock('/confirm', { backupCode: backupCodes[0] }, { cookie })),
  )

  expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('whoever has a second factor confirms by its code; the password is not enough', async () => {
  const { cookie } = await somebody()
  const begun = await w.knock('/two-factor/enable', { password: goodPassword }, { cookie })
  const { totpURI } = begun.body as { totpURI: string }
  const on = await w.knock('/two-factor/verify-totp', { code: codeAt(totpURI, new Date(Date.now())) }, { cookie })
  const signedIn = { cookie: cookiesFrom(on) }
  const code = codeAt(totpURI, new Date(Date.now() + 30_000))

  const byPassword = await w.knock('/confirm', { password: goodPassword }, signedIn)
  const byCode = await w.knock('/confirm', { code }, signedIn)
  const byUsedCode = await w.knock('/confirm', { code }, { cookie: cookiesFrom(byCode) })

  expect(byPassword.body).toMatchObject({ errors: [{ pointer: '#/code' }] })
  expect(byCode.status).toBe(200)
  expect(byUsedCode.body).toMatchObject({ type: '/problems/wrong-proof' })
})

test('an empty confirmation is asked for what is missing, and costs no guess', async () => {
  const { cookie } = await somebody()

  for (let time = 0; time < 8; time++)
    expect((await w.knock('/confirm', {}, { cookie })).body).toMatchObject({ errors: [{ pointer: '#/password' }] })
})

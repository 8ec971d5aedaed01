import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { me } from '#modules/access/contract.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'
import { codeAt } from '#test/authenticator.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
const realNow = () => new Date(Date.now())
const nextStep = () => new Date(Date.now() + 30_000)

const somebody = async () => {
  const email = `person${count++}@northwind.example`
  const made = await w.realMember(`Person ${count}`, email, 'finance')
  return { ...made, email, cookie: await w.cookieOf(made.id) }
}

/** Somebody whose authenticator app is set up. The code of this half minute is used up by that. */
const withSecondFactor = async () => {
  const person = await somebody()
  const begun = await w.knock('/two-factor/enable', { password: goodPassword }, { cookie: person.cookie })
  const { totpURI, backupCodes } = begun.body as { totpURI: string; backupCodes: string[] }
  const done = await w.knock(
    '/two-factor/verify-totp',
    { code: codeAt(totpURI, realNow()) },
    { cookie: person.cookie },
  )
  if (done.status !== 200) throw new Error(done.text)
  return { ...person, totpURI, backupCodes, cookie: cookiesFrom(done) }
}

const firstStep = (email: string, password = goodPassword) => w.knock('/sign-in/email', { email, password })
const linkFor = async (email: string) => {
  await w.knock('/sign-in/magic-link', { email })
  return w.mailedToken('sign-in', 'access.sign-in-link-requested')
}
const isIn = async (cookie: string) => (await w.call(me, {}, { cookie })).status === 200

describe('the second factor does not open without the first, nor the first without the second', () => {
  test('password alone', async () => {
    const { email } = await withSecondFactor()

    const said = await firstStep(email)

    expect(said.body).toEqual({ twoFactorRedirect: true })
    expect(await isIn(cookiesFrom(said))).toBe(false)
  })

  test('five digits, letters, or nothing but blanks', async () => {
    const { email } = await withSecondFactor()
    const cookie = cookiesFrom(await firstStep(email))

    for (const code of ['12345', '1234567', 'abcdef', '      ', '1 2 3 4 5'])
      expect([code, (await w.knock('/two-factor/verify-totp', { code }, { cookie })).status]).toEqual([code, 422])
  })

  test('code alone', async () => {
    const { totpURI } = await withSecondFactor()

    const said = await w.knock('/two-factor/verify-totp', { code: codeAt(totpURI, nextStep()) })

    expect(said.status).toBe(401)
    expect(said.cookies).toEqual([])
  })

  test('right code after a wrong password', async () => {
    const { email, totpURI } = await withSecondFactor()
    const first = await firstStep(email, 'certainly not the password')

    const said = await w.knock(
      '/two-factor/verify-totp',
      { code: codeAt(totpURI, nextStep()) },
      { cookie: cookiesFrom(first) },
    )

    expect([first.status, said.status]).toEqual([401, 401])
  })

  test('wrong code after the right password', async () => {
    const { email } = await withSecondFactor()
    const first = await firstStep(email)

    const said = await w.knock('/two-factor/verify-totp', { code: '000000' }, { cookie: cookiesFrom(first) })

    expect(said.body).toMatchObject({ type: '/problems/wrong-proof' })
    expect(said.cookies).toEqual([])
  })

  test('the first step of one person with the code of another', async () => {
    const [one, other] = [await withSecondFactor(), await withSecondFactor()]
    const first = await firstStep(one.email)

    const said = await w.knock(
      '/two-factor/verify-totp',
      { code: codeAt(other.totpURI, nextStep()) },
      { cookie: cookiesFrom(first) },
    )

    expect(said.body).toMatchObject({ type: '/problems/wrong-proof' })
  })

  test('a sign-in link by mail', async () => {
    const { id, email } = await withSecondFactor()
    await w.sql('delete from auth.sessions where person_id = $1', [id])

    const said = await w.knock('/magic-link/verify', { token: await linkFor(email) })

    expect(said.body).toEqual({ twoFactorRedirect: true })
    expect(await isIn(cookiesFrom(said))).toBe(false)
    expect(await w.sql('select id from auth.sessions where person_id = $1', [id])).toEqual([])
  })

  test('a sign-in link and a wrong code, nor the link a second time', async () => {
    const { email, totpURI } = await withSecondFactor()
    const token = await linkFor(email)
    const opened = await w.knock('/magic-link/verify', { token })

    const wrong = await w.knock('/two-factor/verify-totp', { code: '000000' }, { cookie: cookiesFrom(opened) })
    const again = await w.knock('/magic-link/verify', { token })
    const late = await w.knock(
      '/two-factor/verify-totp',
      { code: codeAt(totpURI, nextStep()) },
      { cookie: cookiesFrom(again) },
    )

    expect(wrong.body).toMatchObject({ type: '/problems/wrong-proof' })
    expect(again.body).toMatchObject({ type: '/problems/link-ended' })
    expect(late.status).toBe(401)
  })
})

test('a sign-in link that somebody with a second factor asks for comes, and then asks for the code', async () => {
  const { email, totpURI } = await withSecondFactor()
  const opened = await w.knock('/magic-link/verify', { token: await linkFor(email) })

  const said = await w.knock(
    '/two-factor/verify-totp',
    { code: codeAt(totpURI, nextStep()) },
    { cookie: cookiesFrom(opened) },
  )

  expect(said.body).toEqual({ user: expect.objectContaining({ email }) })
  expect(await isIn(cookiesFrom(said))).toBe(true)
})

test('password and code together open, once, also typed as the app shows it', async () => {
  const { email, totpURI } = await withSecondFactor()
  const [one, two] = [await firstStep(email), await firstStep(email)]
  const code = codeAt(totpURI, nextStep())
  const asShown = `${code.slice(0, 3)} ${code.slice(3)} `

  const said = await w.knock('/two-factor/verify-totp', { code: asShown }, { cookie: cookiesFrom(one) })
  const again = await w.knock('/two-factor/verify-totp', { code }, { cookie: cookiesFrom(two) })
  const samePlace = await w.knock('/two-factor/verify-totp', { code }, { cookie: cookiesFrom(one) })

  expect(said.body).toEqual({ user: expect.objectContaining({ email }) })
  expect(await isIn(cookiesFrom(said))).toBe(true)
  expect(again.body).toMatchObject({ type: '/problems/wrong-proof' })
  expect(samePlace.status).toBe(401)
})

// Each of them proves a password first, which is slow on purpose.
test('of ten who come with the same code at once, one gets in and one session is left', {
  timeout: 90_000,
}, async () => {
  const { id, email, totpURI } = await withSecondFactor()
  const steps = []
  for (let step = 0; step < 10; step++) steps.push(cookiesFrom(await firstStep(email)))
  await w.sql('delete from auth.sessions where person_id = $1', [id])
  const code = codeAt(totpURI, nextStep())

  const said = await Promise.all(steps.map((cookie) => w.knock('/two-factor/verify-totp', { code }, { cookie })))

  expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await w.sql('select id from auth.sessions where person_id = $1', [id])).toHaveLength(1)
})

test('after five wrong codes the sign-in starts again from the password', async () => {
  const { email, totpURI } = await withSecondFactor()
  const cookie = cookiesFrom(await firstStep(email))
  for (let guess = 0; guess < 5; guess++) await w.knock('/two-factor/verify-totp', { code: '000000' }, { cookie })

  const said = await w.knock('/two-factor/verify-totp', { code: codeAt(totpURI, nextStep()) }, { cookie })

  expect(said.body).toMatchObject({ type: '/problems/sign-in-again' })
})

test('a backup code opens once', async () => {
  const { email, backupCodes } = await withSecondFactor()
  const code = backupCodes[0]

  const said = await w.knock(
    '/two-factor/verify-backup-code',
    { code: ` ${code?.slice(0, 5)} ${code?.slice(5)}\t` },
    { cookie: cookiesFrom(await firstStep(email)) },
  )
  const again = await w.knock(
    '/two-factor/verify-backup-code',
    { code },
    { cookie: cookiesFrom(await firstStep(email)) },
  )

  expect(await isIn(cookiesFrom(said))).toBe(true)
  expect(again.body).toMatchObject({ type: '/problems/wrong-proof' })
})

describe('turning it on and off', () => {
  test('needs the password, and wrong ones are counted', async () => {
    const { cookie } = await somebody()
    const tries = []
    for (let guess = 0; guess < 7; guess++)
      tries.push(await w.knock('/two-factor/enable', { password: `not the password ${guess}` }, { cookie }))

    expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429])
  })

  test('is nothing until the first code came', async () => {
    const { email, cookie } = await somebody()
    await w.knock('/two-factor/enable', { password: goodPassword }, { cookie })

    expect((await firstStep(email)).body).toHaveProperty('user')
  })

  test('the organization is told of both', async () => {
    const { id, cookie } = await withSecondFactor()
    const off = await w.knock('/two-factor/disable', { password: goodPassword }, { cookie })

    expect(off.status).toBe(200)
    expect(await isIn(cookiesFrom(off))).toBe(true)
    const facts = (await w.journal()).filter(({ data }) => data.forPersonId === id)
    expect(facts.map(({ data }) => data.change)).toEqual(['two-factor-enabled', 'two-factor-disabled'])
  })

  test('off only right after a sign-in or a confirmation', async () => {
    const { id } = await withSecondFactor()
    const cookie = await w.cookieOf(id)
    w.advance(6 * 60_000)

    const said = await w.knock('/two-factor/disable', { password: goodPassword }, { cookie })

    expect(said.body).toMatchObject({ type: '/problems/step-up-required' })
  })
})

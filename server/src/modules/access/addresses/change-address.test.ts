import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import {
  changeMyAddress,
  confirmMyAddress,
  keepMyAddress,
  me,
  myAddress,
  resetPassword,
  viewAddressChange,
} from '#modules/access/contract.ts'
import { grantPortalAccess } from '#modules/access/index.ts'
import type { Person } from '#modules/access/people/store.ts'
import { addContractor, changeContractor, viewContractor, viewWaitingAddress } from '#modules/directory/contract.ts'
import { type AccessWorld, createAccessWorld, goodPassword } from '#test/access-world.ts'
import { followAddresses } from './follow-addresses.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(() => w.move())
afterAll(() => w.close())

const slug = 'northwind'
const dayMs = 86_400_000
let count = 0
const newAddress = () => `address${count++}@northwind.example`

const aMember = () => w.realMember('Dana Whitfield', newAddress(), 'manager')

/** A contractor who signs in to the portal. */
const aContractor = async () => {
  const email = newAddress()
  const profile = { displayName: 'Priya Raman', email, country: 'US' }
  const { id: contractorId } = await w.done(addContractor, w.member('manager'), profile)
  const person = await w.person('Priya Raman', email)
  await w.work(w.member(), (work) => grantPortalAccess(work, { contractorId, name: person.name, email }))
  return { contractorId, person, email }
}

const ask = async (person: Person, email: string) =>
  w.call(changeMyAddress, { email }, { cookie: await w.cookieOf(person.id), slug })
const tokenSent = () => w.mailedToken('address-change', 'access.address-change-asked')
const confirm = async (person: Person, token: string) =>
  w.call(confirmMyAddress, { token }, { cookie: await w.cookieOf(person.id), slug })
/** By somebody of the staff, on the contractor's page. */
const writeIn = async (contractorId: string, email: string) => {
  const { version, displayName, country } = await w.done(viewContractor, w.member('manager'), { contractorId })
  return w.ask(changeContractor, w.member('manager'), { contractorId, version, displayName, country, email })
}
const addressOf = async ({ id }: Person) =>
  (await w.sql('select email from auth.people where id = $1', [id]))[0]?.email
const signsInWith = async (email: string) =>
  (await w.knock('/sign-in/email', { email, password: goodPassword })).status === 200
const mailsTo = async (address: string): Promise<readonly string[]> => {
  await w.deliver()
  const rows = await w.sql('select subject from outgoing_mails where to_address = $1 order by id', [address])
  return rows.map(({ subject }) => subject)
}

describe('refused', { timeout: 90_000 }, () => {
  test('to ask for another address without a fresh proof that it is them', async () => {
    const person = await aMember()
    const cookie = await w.cookieOf(person.id)
    w.advance(6 * 60_000)

    const said = await w.call(changeMyAddress, { email: newAddress() }, { cookie, slug })

    expect(said.body).toMatchObject({ type: '/problems/step-up-required' })
  })

  test('the address they have, one that is none, and a sixth within a day', async () => {
    const person = await aMember()

    const same = await ask(person, ` ${person.email.toUpperCase()} `)
    const none = await ask(person, 'dana at northwind')
    const said = []
    for (let time = 0; time < 6; time++) said.push((await ask(person, newAddress())).status)

    expect(same.body).toMatchObject({ type: '/problems/same-address', errors: [{ pointer: '#/email' }] })
    expect(none.body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: '#/email' }] })
    expect(said).toEqual([200, 200, 200, 200, 200, 429])
  })

  test('the link without a sign-in, and with one that is not fresh', async () => {
    const person = await aMember()
    await ask(person, newAddress())
    const token = await tokenSent()
    const cookie = await w.cookieOf(person.id)
    w.advance(6 * 60_000)

    expect((await w.call(confirmMyAddress, { token }, { slug })).status).toBe(401)
    expect((await w.call(confirmMyAddress, { token }, { cookie, slug })).body).toMatchObject({
      type: '/problems/step-up-required',
    })
    expect(await addressOf(person)).toBe(person.email)
  })

  test('staff who write an address of their own into somebody’s page do not get into the account', async () => {
    const [{ contractorId, person, email }, thief] = [await aContractor(), await aMember()]
    const mailbox = newAddress()
    await writeIn(contractorId, mailbox)

    const said = await confirm(thief, await tokenSent())
    await w.knock('/sign-in/magic-link', { email: mailbox })
    await w.knock('/request-password-reset', { email: mailbox })

    expect(said.body).toMatchObject({ type: '/problems/address-of-somebody-else' })
    expect(await addressOf(person)).toBe(email)
    expect(await mailsTo(mailbox)).toEqual(['Confirm your e-mail address'])
    expect(await mailsTo(email)).toEqual(['Somebody wants to change your e-mail address'])
  })

  test('an address that somebody else signs in with, and only when it is confirmed: who signs in is not told', async () => {
    const [person, other] = [await aMember(), await aMember()]

    const asked = await ask(person, other.email)
    const said = await confirm(person, await tokenSent())

    expect(asked.status).toBe(200)
    expect(said.body).toMatchObject({ type: '/problems/address-taken' })
    expect(await addressOf(person)).toBe(person.email)
  })

  test('a link that was replaced, taken back, used, or is three days old', async () => {
    const [one, two, three, four] = [await aMember(), await aMember(), await aMember(), await aMember()]
    const tokenAsked = async (person: Person) => {
      await ask(person, newAddress())
      return tokenSent()
    }
    const replaced = await tokenAsked(one)
    await tokenAsked(one)
    const takenBack = await tokenAsked(two)
    await w.call(keepMyAddress, {}, { cookie: await w.cookieOf(two.id), slug })
    const used = await tokenAsked(three)
    await confirm(three, used)
    const old = await tokenAsked(four)

    const said = [await confirm(one, replaced), await confirm(two, takenBack), await confirm(three, used)]
    const seen = [await w.call(viewAddressChange, { token: takenBack }, {})]
    w.advance(3 * dayMs)
    said.push(await confirm(four, old))
    w.advance(-3 * dayMs)

    expect([...said, ...seen].map(({ body }) => (body as { type: string }).type)).toEqual(
      Array(5).fill('/problems/link-ended'),
    )
    expect(await addressOf(four)).toBe(four.email)
  })

  test('to keep an address that nobody wants to change', async () => {
    const person = await aMember()

    const said = await w.call(keepMyAddress, {}, { cookie: await w.cookieOf(person.id), slug })

    expect(said.body).toMatchObject({ type: '/problems/no-address-waits' })
  })
})

describe('one address', { timeout: 90_000 }, () => {
  test('until it is confirmed the old one signs in; then the new one does, and both are told of both steps', async () => {
    const person = await aMember()
    const email = newAddress()
    const asked = await ask(person, email)
    const before = [await signsInWith(person.email), await signsInWith(email)]

    const seen = await w.call(viewAddressChange, { token: await tokenSent() }, {})
    const said = await confirm(person, await tokenSent())

    expect(w.answered(changeMyAddress, asked)).toMatchObject({ email: person.email, waiting: { email } })
    expect(seen.body).toEqual({ organization: { slug, name: 'Northwind' }, email })
    expect(w.answered(confirmMyAddress, said)).toEqual({ email, waiting: null })
    expect(before).toEqual([true, false])
    expect([await signsInWith(person.email), await signsInWith(email)]).toEqual([false, true])
    expect(await mailsTo(person.email)).toEqual([
      'Somebody wants to change your e-mail address',
      'Your e-mail address was changed',
    ])
    expect(await mailsTo(email)).toEqual(['Confirm your e-mail address', 'Your e-mail address was changed'])
  })

  test('what staff write waits for the contractor, on both sides; confirmed, mail and sign-in are one again', async () => {
    const { contractorId, person, email } = await aContractor()
    const wanted = newAddress()
    const written = await writeIn(contractorId, wanted)
    const waits = await w.done(viewWaitingAddress, w.member('manager'), { contractorId })
    const mine = await w.call(myAddress, {}, { cookie: await w.cookieOf(person.id), slug })

    await confirm(person, await tokenSent())
    await w.deliver()

    expect(written.body).toMatchObject({ email })
    expect(waits).toMatchObject({ waiting: { email: wanted } })
    expect(w.answered(myAddress, mine)).toMatchObject({ email, waiting: { email: wanted } })
    expect(await w.done(viewContractor, w.member('manager'), { contractorId })).toMatchObject({ email: wanted })
    expect(await w.done(viewWaitingAddress, w.member('manager'), { contractorId })).toEqual({ waiting: null })
    expect(await addressOf(person)).toBe(wanted)
  })

  test('a contractor who does not sign in yet has the new address at once', async () => {
    const profile = { displayName: 'Lee Okafor', email: newAddress(), country: 'US' }
    const { id: contractorId } = await w.done(addContractor, w.member('manager'), profile)
    const wanted = newAddress()

    expect((await writeIn(contractorId, wanted)).body).toMatchObject({ email: wanted })
    expect(await w.done(viewWaitingAddress, w.member('manager'), { contractorId })).toEqual({ waiting: null })
  })

  test('is on file in every organization of the person within a minute, and asked for in one', async () => {
    const { person } = await aContractor()
    const elsewhere = await w.newOrganization('southwind')
    await w.join(elsewhere, person, 'manager')
    const email = newAddress()
    await ask(person, email)
    await confirm(person, await tokenSent())

    await runSchedule(w.runtime, followAddresses)
    await runSchedule(w.runtime, followAddresses)

    const rows = await w.sql('select email from members where person_id = $1', [person.id])
    expect(rows).toEqual([{ email }])
    const facts = (await w.journal(elsewhere)).filter(({ name }) => name === 'access.address-followed')
    expect(facts).toHaveLength(1)
  })

  test('that somebody else on file has stays theirs: mail goes to where the person signs in', async () => {
    const [{ contractorId, person, email }, other] = [await aContractor(), newAddress()]
    await w.done(addContractor, w.member('manager'), { displayName: 'Lee Okafor', email: other, country: 'US' })
    const written = await writeIn(contractorId, other)
    await ask(person, other)

    await confirm(person, await tokenSent())
    await w.deliver()

    expect(written.body).toMatchObject({ type: '/problems/contractor-email-taken' })
    expect(await addressOf(person)).toBe(other)
    expect(await w.done(viewContractor, w.member('manager'), { contractorId })).toMatchObject({ email })
  })

  test('a way to a new password that went to the old address ends with it', async () => {
    const person = await aMember()
    await w.knock('/request-password-reset', { email: person.email })
    const reset = await w.mailedToken('password-reset', 'access.password-reset-requested')
    await ask(person, newAddress())
    await confirm(person, await tokenSent())

    const said = await w.call(resetPassword, { token: reset, password: 'another horse battery' }, {})

    expect(said.body).toMatchObject({ type: '/problems/link-ended' })
  })

  test('nobody is signed out by it, and no address is in the journal', async () => {
    const person = await aMember()
    const cookie = await w.cookieOf(person.id)
    const email = newAddress()
    await ask(person, email)
    await confirm(person, await tokenSent())

    expect((await w.call(me, {}, { cookie })).body).toMatchObject({ person: { email } })
    const facts = (await w.journal()).filter(({ name }) => name.startsWith('access.address'))
    expect(facts.length).toBeGreaterThan(0)
    expect(JSON.stringify(facts)).not.toMatch(/@/)
  })
})

test('of ten who ask for addresses of one person at once, one change waits', async () => {
  const { contractorId, person } = await aContractor()
  await w.sql('delete from auth.address_changes where person_id = $1', [person.id])
  const { version, displayName, country } = await w.done(viewContractor, w.member('manager'), { contractorId })

  await Promise.all(
    Array.from({ length: 5 }, () => [
      ask(person, newAddress()),
      w.ask(changeContractor, w.member('manager'), {
        contractorId,
        version,
        displayName,
        country,
        email: newAddress(),
      }),
    ]).flat(),
  )

  const waiting = await w.sql(
    'select 1 from auth.address_changes where person_id = $1 and ended_at is null and confirmed_at is null',
    [person.id],
  )
  expect(waiting).toHaveLength(1)
})

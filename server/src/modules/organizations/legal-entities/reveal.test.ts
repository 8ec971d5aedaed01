import { afterAll, beforeAll, expect, test } from 'vitest'
import { columbiaAccount, legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import { changeAccount, type LegalEntityId, revealAccount, revealEin } from './contract.ts'

let w: World
let legalEntityId: LegalEntityId
beforeAll(async () => {
  w = await createWorld()
  const entity = await legalEntityNamed(w, 'Northwind LLC')
  legalEntityId = entity.id
})
afterAll(() => w.close())

const reason = 'The bank asks for it'

test('owner, legal and finance may look, nobody else, no key, and nobody without proving who they are', async () => {
  const allowed = []
  for (const role of everyRole) {
    const { status } = await w.ask(revealEin, w.member(role), { legalEntityId, reason })
    if (status === 200) allowed.push(role)
  }
  const { confirmedAt: _, ...unconfirmed } = w.member('owner')
  const key = { ...w.member('owner'), via: 'key' as const, scopes: ['organizations.reveal'] }

  expect(allowed).toEqual(['owner', 'finance', 'legal'])
  expect((await w.ask(revealEin, key, { legalEntityId, reason })).status).toBe(403)
  expect((await w.ask(revealEin, unconfirmed, { legalEntityId, reason })).body).toMatchObject({
    type: '/problems/step-up-required',
  })
})

test('a look without a reason is refused', async () => {
  const { body } = await w.ask(revealEin, w.member('owner'), { legalEntityId, reason: ' ok ' })

  expect(body).toMatchObject({ errors: [{ pointer: '#/reason' }] })
})

test('a number that is not on file cannot be looked at', async () => {
  const { status, body } = await w.ask(revealAccount, w.member('owner'), { legalEntityId, reason })

  expect([status, body]).toMatchObject([409, { type: '/problems/no-originating-account' }])
})

test('the whole number is shown to whoever asks, is kept nowhere on the way, and the journal knows the reason', async () => {
  const actor = w.member('legal')

  const { body, headers } = await w.ask(revealEin, actor, { legalEntityId, reason }, { key: 'once' })
  const kept = await w.sql("select reply from idempotency_keys where key = 'once'")

  expect(body).toEqual({ ein: '123456789' })
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain('123456789')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(await w.journal()).toContainEqual({
    name: 'organizations.ein-revealed',
    data: { legalEntityId, name: 'Northwind LLC', reason },
    personId: actor.personId,
    via: 'session',
  })
})

test('an account is shown with its company id', async () => {
  await w.done(changeAccount, w.member('finance'), { legalEntityId, version: 1, account: columbiaAccount })

  const shown = await w.done(revealAccount, w.member('finance'), { legalEntityId, reason })

  expect(shown).toEqual({ accountNumber: '001234567890', achCompanyId: '1123456789' })
})

test('after twenty looks a day it is over, also for those asked at once; the next day begins anew', async () => {
  const curious = w.member('finance')
  const look = async () =>
    (await w.ask(revealEin, { ...curious, confirmedAt: w.now() }, { legalEntityId, reason })).status

  const first = await Promise.all(Array.from({ length: 25 }, look))
  const { body } = await w.ask(revealAccount, curious, { legalEntityId, reason })
  w.advance(24 * 3_600_000)

  expect(first.filter((status) => status === 200)).toHaveLength(20)
  expect(first.filter((status) => status === 429)).toHaveLength(5)
  expect(body).toMatchObject({ type: '/problems/reveal-limit-reached' })
  expect(await look()).toBe(200)
  expect((await w.journal()).filter(({ personId }) => personId === curious.personId)).toHaveLength(21)
})

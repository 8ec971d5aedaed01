import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { me, resetPassword } from '#modules/access/contract.ts'
import { personOfEmail, resetMember } from '#modules/access/index.ts'
import { access } from '#modules/access/module.ts'
import { type AccessWorld, createAccessWorld, goodPassword, withinASecond } from '#test/access-world.ts'
import { codeAt } from '#test/authenticator.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
afterAll(() => w.close())

test('the operator helps somebody who lost password and phone, and both are told of', async () => {
  const maya = await w.realMember('Maya Lindqvist', 'maya@northwind.example', 'owner')
  const cookie = await w.cookieOf(maya.id)
  const begun = await w.knock('/two-factor/enable', { password: goodPassword }, { cookie })
  const { totpURI } = begun.body as { totpURI: string }
  await w.knock('/two-factor/verify-totp', { code: codeAt(totpURI, new Date(Date.now())) }, { cookie })

  const reset = await w.work(w.member(), async (work) => {
    const person = await personOfEmail(work.tx, maya.email)
    if (!person) throw new Error('Maya is not there.')
    return resetMember(work, person)
  })

  const token = new URL(reset.address).hash.slice(1)
  const password = 'another horse battery'
  expect(reset.events.map(({ name }) => name)).toEqual(['access.password-reset-requested', 'access.sign-in-changed'])
  const status = async () => (await w.call(me, {}, { cookie })).status
  expect(await withinASecond(status, (answer) => answer === 401)).toBe(401)
  expect((await w.call(resetPassword, { token, password }, {})).status).toBe(200)
  expect((await w.knock('/sign-in/email', { email: maya.email, password })).body).toHaveProperty('user')
})

test('what has had its time is swept away, and nothing else', async () => {
  const lee = await w.realMember('Lee Okafor', 'lee@northwind.example', 'finance')
  await w.cookieOf(lee.id)
  w.advance(31 * 86_400_000)
  const living = await w.cookieOf(lee.id)

  for (const schedule of access.schedules ?? []) await runSchedule(w.runtime, schedule)

  expect(await w.sql('select 1 from auth.sessions where person_id = $1', [lee.id])).toHaveLength(1)
  expect((await w.call(me, {}, { cookie: living })).status).toBe(200)
})

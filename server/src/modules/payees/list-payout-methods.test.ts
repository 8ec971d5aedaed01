import { afterAll, beforeAll, expect, test } from 'vitest'
import { euAccount, hired, type Payer, payer, payoutTo, usAccount } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listPayoutMethods, requestPayoutMethod } from './contract.ts'

let w: World
let northwind: Payer
beforeAll(async () => {
  w = await createWorld()
  northwind = await payer(w)
})
afterAll(() => w.close())

const waitingFor = async (role: 'finance' | 'auditor' | 'admin') =>
  (await w.done(listPayoutMethods, w.member(role), { status: 'pending_verification', limit: 200 })).items

test('a manager does not see bank accounts', async () => {
  expect((await w.ask(listPayoutMethods, w.member('manager'), {})).status).toBe(403)
})

test('an account waits for a second person, and only who may confirm it is asked to', async () => {
  const { actor } = await hired(w, northwind)
  await w.done(requestPayoutMethod, actor, { account: usAccount('0098765432') })

  const [forFinance, forAuditor] = [await waitingFor('finance'), await waitingFor('auditor')]

  expect(forFinance).toMatchObject([{ last4: '5432', can: { verify: true } }])
  expect(forAuditor).toMatchObject([{ last4: '5432', can: { verify: false } }])
})

test('what has been decided waits for nobody', async () => {
  const { actor } = await hired(w, northwind)
  await payoutTo(w, actor, euAccount)

  const { items } = await w.done(listPayoutMethods, w.member('finance'), { status: 'cooling_off', limit: 200 })

  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ can }) => !can.verify)).toBe(true)
})

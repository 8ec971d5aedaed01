import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '#test/world.ts'
import { DeliveryId, giveUpParked, listParked, retryParked } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await w.deliver()
})
afterAll(() => w.close())

const park = async (organizationId = w.northwind) => {
  const id = DeliveryId.parse(randomUUID())
  await w.sql(
    `insert into deliveries (organization_id, id, reaction, lane, item, due_at, attempts, last_error, failed_at, parked_at)
     values ($1, $2, 'access.sweep', 'upkeep', $2, $3, 12, 'The disk is full.', $3, $3)`,
    [organizationId, id, w.now()],
  )
  return id
}

test('only owners and admins see parked work and decide about it', async () => {
  const deliveryId = await park()

  for (const role of ['finance', 'manager', 'auditor'] as const) {
    expect((await w.ask(listParked, w.member(role), {})).status).toBe(403)
    expect((await w.ask(retryParked, w.member(role), { deliveryId })).status).toBe(403)
    expect((await w.ask(giveUpParked, w.member(role), { deliveryId, reason: 'Enough' })).status).toBe(403)
  }
})

test('parked work of another organization is none of theirs', async () => {
  const elsewhere = await w.newOrganization('harbor')
  const deliveryId = await park(elsewhere)

  const { items } = await w.done(listParked, w.member('owner'), {})

  expect(items.map(({ id }) => id)).not.toContain(deliveryId)
  expect((await w.ask(retryParked, w.member('owner'), { deliveryId })).status).toBe(404)
})

test('the list says what, why, since when and how often', async () => {
  const deliveryId = await park()

  const { items, parked } = await w.done(listParked, w.member('admin'), {})

  expect(parked).toBe(items.length)
  expect(items.find(({ id }) => id === deliveryId)).toMatchObject({
    name: 'access.sweep',
    reason: 'The disk is full.',
    attempts: 12,
    failingSince: w.now(),
  })
})

test('tried again it is due at once, with all its tries before it, and the log says who wanted that', async () => {
  const deliveryId = await park()
  const owner = w.member('owner')

  await w.done(retryParked, owner, { deliveryId })

  expect(await w.sql('select attempts, parked_at from deliveries where id = $1', [deliveryId])).toEqual([
    { attempts: 0, parked_at: null },
  ])
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({ name: 'background.work-retried', personId: owner.personId }),
  )
  expect((await w.ask(retryParked, owner, { deliveryId })).status).toBe(404)
})

test('given up it is gone for good, with the reason in the log; without a reason it stays', async () => {
  const deliveryId = await park()
  const owner = w.member('owner')
  const without = await w.ask(giveUpParked, owner, { deliveryId, reason: '  ' })

  await w.done(giveUpParked, owner, { deliveryId, reason: 'Done by hand' })

  expect(without.status).toBe(422)
  expect(await w.sql('select from deliveries where id = $1', [deliveryId])).toEqual([])
  expect((await w.journal()).at(-1)).toMatchObject({
    name: 'background.work-given-up',
    data: { deliveryId, name: 'access.sweep', reason: 'Done by hand' },
  })
})

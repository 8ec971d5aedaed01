import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberOnFile } from '#test/approvals-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import { changeLimits, changePolicy, listLimits, viewPolicy } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('limits', () => {
  test('are set by an owner in person, nobody else', async () => {
    const { personId } = await memberOnFile(w, 'Dana Whitfield', 'approver')
    const input = { personId, limits: [usd('10')], version: 0 }
    const refused = []
    for (const role of everyRole.filter((other) => other !== 'owner'))
      refused.push((await w.ask(changeLimits, w.member(role), input)).status)
    const byKey = { ...w.member('owner'), via: 'key' as const, scopes: ['approvals.change-limits'] }

    expect(new Set(refused)).toEqual(new Set([403]))
    expect((await w.ask(changeLimits, byKey, input)).status).toBe(403)
  })

  test('are never set by oneself, and the database says the same', async () => {
    const maya = await memberOnFile(w, 'Maya Lindqvist', 'owner')

    const { body } = await w.ask(changeLimits, maya, { personId: maya.personId, limits: [], version: 0 })

    expect(body).toMatchObject({ type: '/problems/own-limit' })
    await expect(
      w.sql('insert into approval_limit_holders values ($1, $2, $2, now(), 1)', [w.northwind, maya.personId]),
    ).rejects.toThrow('nobody_sets_their_own_limit')
  })

  test('of somebody who is no member are not set', async () => {
    const { personId } = w.member('approver')

    const { status, body } = await w.ask(changeLimits, w.member('owner'), { personId, limits: [], version: 0 })

    expect([status, body]).toMatchObject([404, { type: '/problems/approver-not-found' }])
  })

  test.each([
    [[usd('-1')], '#/limits/0'],
    [[usd('1.005')], '#/limits/0/amount'],
    [[usd('1'), usd('2')], '#/limits'],
  ])('%j are refused', async (limits, pointer) => {
    const { personId } = await memberOnFile(w, 'Dana Whitfield', 'approver')

    const { body } = await w.ask(changeLimits, w.member('owner'), { personId, limits, version: 0 })

    expect(body).toMatchObject({ errors: [{ pointer }] })
  })

  test('are listed with names, replaced whole, and the journal knows both', async () => {
    const { personId } = await memberOnFile(w, 'Lee Okafor', 'finance')
    const owner = w.member('owner')
    const first = await w.done(changeLimits, owner, {
      personId,
      limits: [usd('5000'), { amount: '4000', currency: 'EUR' }],
      version: 0,
    })
    const stale = await w.ask(changeLimits, owner, { personId, limits: [], version: 0 })
    await w.done(changeLimits, owner, { personId, limits: [usd('10000')], version: first.version })

    const { items } = await w.done(listLimits, w.member('finance'), {})

    expect(stale.body).toMatchObject({ type: '/problems/stale', currentVersion: 1 })
    expect(items.find((item) => item.personId === personId)).toEqual({
      personId,
      name: 'Lee Okafor',
      limits: [{ minor: 1_000_000n, currency: 'USD' }],
      version: 2,
      can: { change: false },
    })
    const facts = (await w.journal()).filter(({ data }) => data.personId === personId)
    expect(facts.map(({ data }) => data.limits)).toEqual([
      [usd('5000.00'), { amount: '4000.00', currency: 'EUR' }],
      [usd('10000.00')],
    ])
  })

  test('set twice at once are set once', async () => {
    const { personId } = await memberOnFile(w, 'Dana Whitfield', 'approver')
    const set = (amount: string) =>
      w.ask(changeLimits, w.member('owner'), { personId, limits: [usd(amount)], version: 0 })

    const statuses = (await Promise.all([set('1'), set('2'), set('3')])).map(({ status }) => status)

    expect(statuses.sort()).toEqual([200, 409, 409])
  })
})

describe('the policy', () => {
  test('is changed by an owner only, and seen by those who watch over money', async () => {
    const change = { secondAbove: [usd('1')], version: 0 }
    const changed = []
    const seen = []
    for (const role of everyRole) {
      if ((await w.ask(viewPolicy, w.member(role), {})).status === 200) seen.push(role)
      if (role !== 'owner' && (await w.ask(changePolicy, w.member(role), change)).status === 200) changed.push(role)
    }

    expect(changed).toEqual([])
    expect(seen).toEqual(['owner', 'admin', 'finance', 'legal', 'auditor'])
  })

  test('starts with nothing, keeps every version, and refuses whoever looked at an older one', async () => {
    const owner = w.member('owner')
    const start = await w.done(viewPolicy, owner, {})
    await w.done(changePolicy, owner, { secondAbove: [usd('5000')], version: 0 })
    await w.done(changePolicy, owner, { secondAbove: [], version: 1 })

    const { body } = await w.ask(changePolicy, owner, { secondAbove: [], version: 1 })

    expect(start).toEqual({ secondAbove: [], version: 0, can: { change: true } })
    expect(body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
    expect(await w.sql('select version from approval_policies order by version')).toEqual([
      { version: 1 },
      { version: 2 },
    ])
    await expect(w.sql('update approval_thresholds set amount_minor = 1')).rejects.toThrow('keeps what happened')
  })
})

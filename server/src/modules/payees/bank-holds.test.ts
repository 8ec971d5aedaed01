import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { confirmMyAddress } from '#modules/access/contract.ts'
import { linkAddress } from '#modules/access/index.ts'
import {
  account,
  changing,
  confirmed,
  endHoldIn,
  fresh,
  type Holder,
  inPortalWithPayee,
  mailsAbout,
  named,
  onFile,
  paid,
  statusesOf,
  writeAddress,
} from '#test/payees-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { cancelPayoutMethod, rejectPayoutMethod } from './contract.ts'
import { endHolds } from './end-holds.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const dayMs = 86_400_000
let count = 0
const reason = 'The holder is somebody else'

/** The contractor follows the link that went to the address the staff have written down. */
const followLink = async ({ actor }: Holder): Promise<void> => {
  const { linkId } = (await w.journal()).findLast(({ name }) => name === 'access.address-change-asked')?.data ?? {}
  const link = { purpose: 'address-change', organizationId: w.northwind, linkId } as const
  const token = linkAddress(w.runtime.outside, link).split('#')[1] ?? ''
  await w.done(confirmMyAddress, fresh(w, actor), { token })
  await w.deliver()
}

describe('three days', () => {
  test('pass before a changed account is paid to, by the database’s clock and nobody else’s', async () => {
    const one = await changing(w)
    const [{ hours }] = await w.sql(
      'select round(extract(epoch from hold_until - now()) / 3600) as hours from payout_methods where id = $1',
      [one.next.payoutMethodId],
    )

    w.advance(30 * dayMs)
    await runSchedule(w.runtime, endHolds)
    w.advance(-30 * dayMs)

    expect(Number(hours)).toBe(72)
    expect(await statusesOf(w, one)).toEqual(['cooling_off', 'active'])
  })

  test('end to the second: then the new one is paid to, and the old one no more', async () => {
    const one = await changing(w)
    await endHoldIn(w, one.next.payoutMethodId, 60_000)
    await runSchedule(w.runtime, endHolds)
    const before = await statusesOf(w, one)
    await endHoldIn(w, one.next.payoutMethodId, -1_000)

    await runSchedule(w.runtime, endHolds)
    await runSchedule(w.runtime, endHolds)

    expect(before).toEqual(['cooling_off', 'active'])
    expect(await statusesOf(w, one)).toEqual(['active', 'superseded'])
    const facts = (await w.journal()).filter(
      ({ name, data }) =>
        name === 'payees.payout-method-activated' && data.payoutMethodId === one.next.payoutMethodId,
    )
    expect(facts).toHaveLength(1)
  })

  test('are enough to take it back: by the contractor, or by whoever hears that it was not them', async () => {
    const [mine, theirs] = [await changing(w), await changing(w)]

    await w.done(cancelPayoutMethod, mine.actor, mine.next)
    await w.done(rejectPayoutMethod, w.member('finance'), { ...theirs.next, reason })
    for (const { next } of [mine, theirs]) await endHoldIn(w, next.payoutMethodId, -1_000)
    await runSchedule(w.runtime, endHolds)

    expect(await statusesOf(w, mine)).toEqual(['cancelled', 'active'])
    expect(await statusesOf(w, theirs)).toEqual(['rejected', 'active'])
  })
})

describe('ninety days', () => {
  test('an address that was given up still hears of every step, one given up before does not', async () => {
    const [old, recent] = [`old-${count++}@example.com`, `recent-${count++}@example.com`]
    const contractorId = await onFile(w, old)
    await writeAddress(w, contractorId, recent)
    w.advance(60 * dayMs)
    await writeAddress(w, contractorId, `now-${count++}@example.com`)
    w.advance(31 * dayMs)
    const one = await inPortalWithPayee(w, contractorId)

    const next = await confirmed(w, one, account())
    await endHoldIn(w, next.id, -1_000)
    await runSchedule(w.runtime, endHolds)

    const [toOld, toRecent, toNow] = await mailsAbout(w, contractorId, old, recent, one.email)
    expect([toOld, toRecent, toNow]).toEqual([
      [],
      ['bank-account-change', 'bank-account-active'],
      ['bank-account-change', 'bank-account-active'],
    ])
  })

  test.each([
    [89, 'cooling_off'],
    [91, 'active'],
  ])('%i days after another address was written down the first account is %s', async (days, status) => {
    const contractorId = await onFile(w)
    await writeAddress(w, contractorId, `now-${count++}@example.com`)
    w.advance(days * dayMs)
    const one = await inPortalWithPayee(w, contractorId)

    await confirmed(w, one, account())

    expect(await statusesOf(w, one)).toEqual([status])
  })

  test('an address that staff wrote down and nobody confirmed hears nothing of the money', async () => {
    const one = await paid(w)
    const theirs = `thief-${count++}@example.com`
    await writeAddress(w, one.contractorId, theirs)

    await named(w, one, account())

    expect(await mailsAbout(w, one.contractorId, theirs, one.email)).toEqual([
      [],
      ['bank-account-active', 'bank-account-change'],
    ])
  })

  test('whoever got hold of the address does not get hold of the money in silence', async () => {
    const one = await paid(w)
    await w.deliver()
    const theirs = `thief-${count++}@example.com`
    await writeAddress(w, one.contractorId, theirs)
    await followLink(one)

    const change = await confirmed(w, one, account())
    const refused = await w.done(rejectPayoutMethod, w.member('finance'), {
      payoutMethodId: change.id,
      version: change.version,
      reason,
    })

    expect(refused.status).toBe('rejected')
    expect(await mailsAbout(w, one.contractorId, theirs, one.email)).toEqual([
      ['bank-account-change', 'bank-account-refused'],
      ['bank-account-active', 'bank-account-change', 'bank-account-refused'],
    ])
  })
})

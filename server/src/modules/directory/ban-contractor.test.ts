import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContractor, anEngagement } from '#test/directory-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addEngagement, banContractor, liftBan, listContractors, viewContractor } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const because = { version: 1, reason: 'Sold our designs to a competitor' }

test('a manager and an admin can neither ban a contractor nor lift a ban', async () => {
  const { id: contractorId } = await aContractor(w)

  const answers = [
    await w.ask(banContractor, w.member('manager'), { contractorId, ...because }),
    await w.ask(banContractor, w.member('admin'), { contractorId, ...because }),
    await w.ask(liftBan, w.member('manager'), { contractorId, ...because }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
})

test('a ban needs a reason', async () => {
  const { id: contractorId } = await aContractor(w)

  const { body } = await w.ask(banContractor, w.member('legal'), { contractorId, version: 1, reason: '  ' })

  expect(body).toMatchObject({ status: 422, errors: [{ pointer: '#/reason' }] })
})

test('nobody opens an engagement with a banned contractor until the ban is lifted', async () => {
  const legal = w.member('legal')
  const { id: contractorId } = await aContractor(w)
  const { id: legalEntityId } = await legalEntityNamed(w, 'Northwind Studios LLC')
  const terms = { contractorId, legalEntityId, startsOn: '2026-12-01' }

  await w.done(banContractor, legal, { contractorId, ...because })
  const refused = await w.ask(addEngagement, w.member('owner'), terms)
  await w.done(liftBan, legal, { contractorId, version: 2, reason: 'It was somebody else' })

  expect(refused.body).toMatchObject({ status: 409, type: '/problems/contractor-not-to-be-engaged' })
  expect(await anEngagement(w, { id: contractorId }, legalEntityId)).toMatchObject({ status: 'draft' })
})

test('everybody sees that a contractor is banned; why, only those who decide about it', async () => {
  const { id: contractorId } = await aContractor(w, { displayName: 'Banned Bea' })
  await w.done(banContractor, w.member('owner'), { contractorId, ...because })

  const seenBy = async (role: 'legal' | 'manager') => w.done(viewContractor, w.member(role), { contractorId })
  const { items } = await w.done(listContractors, w.member('manager'), { search: 'banned bea' })

  expect(await seenBy('legal')).toMatchObject({ doNotEngage: true, doNotEngageReason: because.reason })
  expect(await seenBy('manager')).toMatchObject({ doNotEngage: true, doNotEngageReason: null, can: { ban: false } })
  expect(items).toMatchObject([{ doNotEngage: true }])
  expect(JSON.stringify(await w.journal())).not.toContain('competitor')
})

test('a ban is said once and lifted once, and is never kept without its reason', async () => {
  const legal = w.member('legal')
  const { id: contractorId } = await aContractor(w)

  const notYet = await w.ask(liftBan, legal, { contractorId, ...because })
  await w.done(banContractor, legal, { contractorId, ...because })
  const twice = await w.ask(banContractor, legal, { contractorId, ...because, version: 2 })

  expect(notYet.body).toMatchObject({ type: '/problems/contractor-not-banned' })
  expect(twice.body).toMatchObject({ type: '/problems/contractor-already-banned' })
  await expect(
    w.sql('update contractors set do_not_engage_reason = null where id = $1', [contractorId]),
  ).rejects.toThrow('a_ban_has_a_reason')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { setAvailability, viewContractor } from '#modules/directory/contract.ts'
import { aContractor, inPortal } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { changeOwnProfile, setOwnAvailability, viewOwnProfile } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const priya = { displayName: 'Priya Raman', country: 'US', city: 'Portland', skills: ['Motion design'] }

test('members have no profile of their own, whatever their role', async () => {
  const owner = w.member('owner', 'contractor')

  const answers = [
    await w.ask(viewOwnProfile, owner, {}),
    await w.ask(changeOwnProfile, owner, { ...priya, version: 1 }),
    await w.ask(setOwnAvailability, owner, { availability: 'available', version: 1 }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
})

test('contractors do not change the address that warnings go to, nor where the company files them', async () => {
  const me = inPortal(w, await aContractor(w, priya))

  const { body } = await w.ask(changeOwnProfile, me, {
    ...priya,
    version: 1,
    email: 'new@example.com',
    departmentId: null,
    status: 'active',
  })

  expect(body).toMatchObject({
    status: 422,
    errors: [{ pointer: '#/email' }, { pointer: '#/departmentId' }, { pointer: '#/status' }],
  })
})

test('contractors see what is on file about them, without what is only for the company', async () => {
  const contractor = await aContractor(w, priya)

  const { body } = await w.ask(viewOwnProfile, inPortal(w, contractor), {})

  expect(body).toMatchObject({ ...priya, email: contractor.email, status: 'draft', version: 1 })
  for (const name of ['externalId', 'typeId', 'departmentId', 'doNotEngage', 'doNotEngageReason', 'rates', 'can'])
    expect(body).not.toHaveProperty(name)
})

test('what a contractor changes is on file at once, and the journal names the fields', async () => {
  const contractor = await aContractor(w, priya)
  const me = inPortal(w, contractor)

  const mine = await w.done(changeOwnProfile, me, { ...priya, city: 'Salem', skills: ['motion DESIGN'], version: 1 })

  expect(mine).toMatchObject({ city: 'Salem', skills: ['Motion design'], version: 2 })
  expect(await w.done(viewContractor, w.member('manager'), { contractorId: contractor.id })).toMatchObject({
    city: 'Salem',
    email: contractor.email,
  })
  expect((await w.journal()).at(-1)).toMatchObject({
    name: 'directory.contractor-changed',
    data: { contractorId: contractor.id, fields: ['city'] },
    personId: me.personId,
  })
})

test('availability is said by the contractor or for them, and shows when it was said', async () => {
  const contractor = await aContractor(w, priya)
  const said = { availability: 'limited', availableFrom: '2026-12-14', availabilityNote: 'Two days a week' }

  const mine = await w.done(setOwnAvailability, inPortal(w, contractor), { ...said, version: 1 })
  w.advance(86_400_000)
  const theirs = await w.done(setAvailability, w.member('manager'), {
    contractorId: contractor.id,
    availability: 'unavailable',
    version: 2,
  })
  const late = await w.ask(setOwnAvailability, inPortal(w, contractor), { ...said, version: 2 })

  expect(mine).toMatchObject({ ...said, availabilitySetAt: new Date('2026-11-16T09:00:00Z') })
  expect(theirs).toMatchObject({
    availability: 'unavailable',
    availableFrom: null,
    availabilitySetAt: new Date('2026-11-17T09:00:00Z'),
  })
  expect(late.body).toMatchObject({ type: '/problems/stale', currentVersion: 3 })
})

test('an approver does not say when a contractor is free', async () => {
  const contractor = await aContractor(w, priya)

  const { status } = await w.ask(setAvailability, w.member('approver'), {
    contractorId: contractor.id,
    availability: 'available',
    version: 1,
  })

  expect(status).toBe(403)
})

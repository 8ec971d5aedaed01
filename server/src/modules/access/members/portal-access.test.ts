import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '#kernel/ids.ts'
import { me } from '#modules/access/contract.ts'
import { endPortalAccess, grantPortalAccess } from '#modules/access/index.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword, withinASecond } from '#test/access-world.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
afterAll(() => w.close())

let count = 0
const aContractor = () => ({
  contractorId: uuidV7(w.now(), new Uint8Array(10).fill(++count)),
  name: 'Priya Raman',
  email: `priya${count}@raman.example`,
})
const grant = (input: Parameters<typeof grantPortalAccess>[1]) =>
  w.work(w.member(), (work) => grantPortalAccess(work, input))
const placesOf = async (email: string) => {
  const cookie = cookiesFrom(await w.knock('/sign-in/email', { email, password: goodPassword }))
  return { cookie, mine: w.answered(me, await w.call(me, {}, { cookie, slug: 'northwind' })) }
}

test('somebody new needs a password, somebody known keeps theirs', async () => {
  const priya = aContractor()

  await expect(grant(priya)).rejects.toMatchObject({ slug: 'password-missing' })
  await grant({ ...priya, password: goodPassword })
  await expect(
    grant({ ...aContractor(), email: priya.email, password: 'another horse battery' }),
  ).rejects.toMatchObject({ slug: 'sign-in-exists' })
})

test('a contractor has one sign-in, and a person is one contractor of an organization', async () => {
  const priya = aContractor()
  await grant({ ...priya, password: goodPassword })

  await expect(grant({ ...aContractor(), email: priya.email })).rejects.toMatchObject({ slug: 'already-portal-user' })
  await expect(grant({ ...priya, email: 'else@raman.example', password: goodPassword })).rejects.toMatchObject({
    slug: 'already-portal-user',
  })
})

test('the contractor signs in to the portal, as nobody else', async () => {
  const priya = aContractor()

  const { personId, event } = await grant({ ...priya, password: goodPassword })

  const { mine } = await placesOf(priya.email)
  expect(mine.here).toMatchObject({ roles: ['contractor'], contractorId: priya.contractorId, departmentIds: [] })
  expect(event).toMatchObject({
    name: 'access.portal-access-granted',
    data: { contractorId: priya.contractorId, portalPersonId: personId, name: 'Priya Raman' },
  })
})

test('a member of one organization is a contractor of another with the same sign-in', async () => {
  const harbor = await w.newOrganization('harbor')
  const priya = aContractor()
  const person = await w.person(priya.name, priya.email)
  await w.join(harbor, person, 'manager')

  await grant(priya)

  const { mine } = await placesOf(priya.email)
  expect(mine.organizations.map(({ slug, roles }) => [slug, ...roles])).toEqual([
    ['harbor', 'manager'],
    ['northwind', 'contractor'],
  ])
})

test('access that is ended is over within a second', async () => {
  const priya = aContractor()
  await grant({ ...priya, password: goodPassword })
  const { cookie } = await placesOf(priya.email)

  await w.work(w.member(), ({ tx }) => endPortalAccess(tx, priya.contractorId))

  const status = async () => (await w.call(me, {}, { cookie, slug: 'northwind' })).status
  expect(await withinASecond(status, (answer) => answer === 404)).toBe(404)
})

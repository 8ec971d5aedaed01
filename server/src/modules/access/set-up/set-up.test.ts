import { afterAll, beforeAll, expect, test } from 'vitest'
import { me, setUp, viewSetUp } from '#modules/access/contract.ts'
import { makeSetUpLink, setUpLinkAtStart } from '#modules/access/index.ts'
import { type AccessWorld, cookiesFrom, createAccessWorld, goodPassword } from '#test/access-world.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
afterAll(() => w.close())

const tokenOf = (address: string | undefined) => new URL(address ?? '').hash.slice(1)
const aLink = async () => tokenOf(await makeSetUpLink(w.runtime))
const organization = (slug: string) => ({ slug, name: 'Harbor Studio', timeZone: 'Europe/Berlin', currency: 'EUR' })
const maya = { name: 'Maya Lindqvist', email: 'Maya@Harbor.example', password: goodPassword }
const setUpWith = (token: string, slug: string, owner: object = maya) =>
  w.call(setUp, { token, organization: organization(slug), owner }, {})

test.each(['', 'made-up', 'x'.repeat(43)])('nobody sets anything up with "%s"', async (token) => {
  const said = await setUpWith(token, 'intruder')

  expect([404, 422]).toContain(said.status)
})

test('a link works for a day', async () => {
  const token = await aLink()
  w.advance(24 * 3_600_000 + 1)

  const said = await setUpWith(token, 'late')

  expect(said.body).toMatchObject({ type: '/problems/link-ended' })
  w.advance(-24 * 3_600_000 - 1)
})

test('a newer link ends the one before', async () => {
  const older = await aLink()
  const newer = await aLink()

  expect((await w.call(viewSetUp, { token: older }, {})).status).toBe(404)
  expect((await w.call(viewSetUp, { token: newer }, {})).body).toEqual({ open: true })
})

test('what was wrong is told at its place, nothing is half done, and the link still works', async () => {
  const token = await aLink()

  const taken = await setUpWith(token, 'northwind')
  const weak = await setUpWith(token, 'weak', { ...maya, password: 'mayamayamaya lindqvist' })

  expect(taken.body).toMatchObject({ type: '/problems/slug-taken' })
  expect(weak.body).toMatchObject({ errors: [{ pointer: '#/owner/password' }] })
  expect(await w.sql("select 1 from organization_slugs where slug in ('weak')")).toEqual([])
  expect((await w.call(viewSetUp, { token }, {})).status).toBe(200)
})

test.each(['sign-in', 'api', 'portal', 'healthz'])(
  '%s names an address of ours and no organization',
  async (slug) => {
    const token = await aLink()

    const { status, body } = await setUpWith(token, slug)

    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: [{ pointer: '#/organization/slug' }] })
  },
)

test('the first owner sets up an organization and signs in; the second use of the link is refused', async () => {
  const token = await aLink()

  const said = await setUpWith(token, 'harbor')
  const again = await setUpWith(token, 'harbor-two')

  expect(said.body).toEqual({ slug: 'harbor', email: 'maya@harbor.example' })
  expect(again.body).toMatchObject({ type: '/problems/link-ended' })
  const cookie = cookiesFrom(await w.knock('/sign-in/email', { email: maya.email, password: goodPassword }))
  const mine = await w.call(me, {}, { cookie, slug: 'harbor' })
  expect(mine.body).toMatchObject({
    organizations: [{ slug: 'harbor', roles: ['owner'] }],
    here: { slug: 'harbor', can: expect.arrayContaining(['access.change-members']) },
  })
})

test('of two who use one link at the same moment, one sets up', async () => {
  const token = await aLink()

  const said = await Promise.all(['race-one', 'race-two'].map((slug) => setUpWith(token, slug)))

  expect(said.map(({ status }) => status).sort()).toEqual([200, 404])
})

test('an owner sets up a second organization with the sign-in they have, and nobody else with it', async () => {
  const token = await aLink()

  const foreign = await setUpWith(token, 'harbor-north', { ...maya, password: 'certainly not her password' })
  const own = await setUpWith(token, 'harbor-north')

  expect(foreign.body).toMatchObject({ type: '/problems/wrong-proof', errors: [{ pointer: '#/owner/password' }] })
  expect(own.status).toBe(200)
  const cookie = cookiesFrom(await w.knock('/sign-in/email', { email: maya.email, password: goodPassword }))
  const { organizations } = w.answered(me, await w.call(me, {}, { cookie }))
  expect(organizations.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['harbor', 'harbor-north']))
})

test('once somebody is there, a start prints no link', async () => {
  expect(await setUpLinkAtStart(w.runtime)).toBeUndefined()
})

test('the token is kept only as its hash', async () => {
  const token = await aLink()

  const kept = await w.sql('select * from auth.set_up_links')

  expect(JSON.stringify(kept)).not.toContain(token)
})

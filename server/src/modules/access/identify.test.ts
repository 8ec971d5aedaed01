import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endMySession, me, mySessions } from '#modules/access/contract.ts'
import { openAccess } from '#modules/access/index.ts'
// What nobody declared, nobody may: the permissions of the module that is switched off below.
import '#modules/payments/permissions.ts'
import { type AccessWorld, createAccessWorld, withinASecond } from '#test/access-world.ts'

let w: AccessWorld
let dana: Awaited<ReturnType<AccessWorld['realMember']>>
let cookie: string
beforeAll(async () => {
  w = await createAccessWorld()
})
beforeEach(async () => {
  dana = await w.realMember('Dana Whitfield', `dana${count++}@northwind.example`, 'manager')
  cookie = await w.cookieOf(dana.id)
})
afterAll(() => w.close())

let count = 0
const minutes = 60_000
const hours = 60 * minutes
const who = (headers: Record<string, string>) => w.access.identify(new Headers(headers), w.now())

describe('which organization', () => {
  test('one the person does not belong to is answered like one that does not exist', async () => {
    const slug = `harbor-${count++}`
    await w.newOrganization(slug)
    const answer = async (name: string) => {
      const { status, body } = await w.call(me, {}, { cookie, slug: name })
      return { status, ...(body as object), requestId: undefined }
    }

    expect(await answer(slug)).toEqual(await answer('no-such-place'))
    expect(await answer(slug)).toMatchObject({ status: 404 })
  })

  test('without one the person is known and may do nothing', async () => {
    expect(await who({ cookie })).toMatchObject({ personId: dana.id, roles: [], departmentIds: [] })
  })

  test('the one named, with the roles held there', async () => {
    expect(await who({ cookie, 'muster-organization': 'northwind' })).toEqual({
      organizationId: w.northwind,
      personId: dana.id,
      roles: ['manager'],
      departmentIds: 'all',
      via: 'session',
      confirmedAt: w.now(),
    })
  })
})

test('what an organization switches off is known everywhere within a second, and so is what it switches on', async () => {
  const off = () => who({ cookie, 'muster-organization': 'northwind' }).then((actor) => actor?.modulesOff)
  const set = (modules: readonly string[]) =>
    w.sql('update organizations set modules_off = $1 where organization_id = $2', [modules, w.northwind])
  const rights = async () => w.answered(me, await w.call(me, {}, { cookie, slug: 'northwind' })).here?.can
  expect(await off()).toBeUndefined()
  expect(await rights()).toContain('payments.view-payability')

  await set(['payments'])
  expect(await withinASecond(off, (modules) => modules !== undefined)).toEqual(['payments'])
  expect(await rights()).not.toContain('payments.view-payability')
  await set([])

  expect(await withinASecond(off, (modules) => modules === undefined)).toBeUndefined()
})

test.each([
  ['no cookie', {}],
  ['an empty cookie', { cookie: 'muster.session_token=' }],
  ['a made-up token', { cookie: 'muster.session_token=abc.def' }],
  ['a key that is none', { authorization: 'Bearer muster_abc' }],
  ['another scheme', { authorization: 'Basic YTpi' }],
])('%s is a stranger', async (_, headers) => {
  expect(await who(headers)).toBeUndefined()
})

test('a token without our signature is none, even one that is in the database', async () => {
  const token = decodeURIComponent(cookie).replace(/^.*=([^.]+)\..*$/, '$1')

  expect(await w.sql('select 1 from auth.sessions where token = $1', [token])).toHaveLength(1)
  expect(await who({ cookie: `muster.session_token=${token}` })).toBeUndefined()
  expect(await who({ cookie: `muster.session_token=${token}.AAAA` })).toBeUndefined()
})

describe('staff are signed out', () => {
  test('after half an hour without a sign of life', async () => {
    w.advance(29 * minutes)
    expect(await who({ cookie })).toBeDefined()
    w.advance(29 * minutes)
    expect(await who({ cookie })).toBeDefined()
    w.advance(31 * minutes)
    expect(await who({ cookie })).toBeUndefined()
    w.advance(-89 * minutes)
  })

  test('after twelve hours, however busy', async () => {
    for (let time = 0; time < 12 * hours - 20 * minutes; time += 20 * minutes) {
      w.advance(20 * minutes)
      expect(await who({ cookie })).toBeDefined()
    }
    w.advance(20 * minutes)
    expect(await who({ cookie })).toBeUndefined()
    w.advance(-12 * hours)
  })

  test('but not while another process sees them at work', async () => {
    const other = openAccess(w.runtime, w.runtime.db.pool.options)
    await other.started
    expect(await who({ cookie })).toBeDefined()
    w.advance(20 * minutes)
    expect(await other.identify(new Headers({ cookie }), w.now())).toBeDefined()
    await withinASecond(
      () => w.sql('select 1 from auth.sessions where person_id = $1 and last_seen_at = $2', [dana.id, w.now()]),
      (rows) => rows.length === 1,
    )
    w.advance(20 * minutes)

    expect(await who({ cookie })).toBeDefined()

    w.advance(-40 * minutes)
    await other.close()
  })
})

test('a signed-in request asks the database nothing about who it is', async () => {
  await who({ cookie, 'muster-organization': 'northwind' })
  let queries = 0
  const count = () => {
    queries += 1
  }
  w.runtime.db.pool.on('acquire', count)

  for (let time = 0; time < 100; time++) await who({ cookie, 'muster-organization': 'northwind' })

  w.runtime.db.pool.off('acquire', count)
  expect(queries).toBe(0)
})

test('a session ended in one process is over in every process within a second', async () => {
  const other = openAccess(w.runtime, w.runtime.db.pool.options)
  await other.started
  const there = () => other.identify(new Headers({ cookie }), w.now())
  expect(await there()).toBeDefined()
  const own = await w.cookieOf(dana.id)
  const { items } = w.answered(mySessions, await w.call(mySessions, {}, { cookie: own, slug: 'northwind' }))
  for (const { id } of items) await w.call(endMySession, { sessionId: id }, { cookie: own, slug: 'northwind' })

  expect(await withinASecond(there, (actor) => actor === undefined)).toBeUndefined()

  await other.close()
})

test('while changes cannot be heard, nothing is remembered', async () => {
  const other = openAccess(w.runtime, { ...w.runtime.db.pool.options, application_name: 'deaf' })
  await other.started
  const there = () => other.identify(new Headers({ cookie }), w.now())
  expect(await there()).toBeDefined()
  await w.runtime.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'muster-notices' and datname = current_database()`,
  )
  await w.sql('alter table auth.sessions disable trigger sessions_end_everywhere')
  await w.sql('delete from auth.sessions where person_id = $1', [dana.id])

  expect(await withinASecond(there, (actor) => actor === undefined)).toBeUndefined()

  await w.sql('alter table auth.sessions enable trigger sessions_end_everywhere')
  await other.close()
})

describe('my sessions', () => {
  test('nobody ends the session of somebody else', async () => {
    const lee = await w.realMember('Lee Okafor', `lee${count++}@northwind.example`, 'finance')
    const theirs = { cookie: await w.cookieOf(lee.id), slug: 'northwind' }
    const { items } = w.answered(mySessions, await w.call(mySessions, {}, theirs))

    const said = await w.call(endMySession, { sessionId: items[0]?.id }, { cookie, slug: 'northwind' })

    expect(said.body).toMatchObject({ type: '/problems/session-not-found' })
    expect((await w.call(mySessions, {}, theirs)).status).toBe(200)
  })

  test('that were left alone for half an hour are not listed: they are over', async () => {
    w.advance(31 * minutes)
    const fresh = { cookie: await w.cookieOf(dana.id), slug: 'northwind' }

    expect(w.answered(mySessions, await w.call(mySessions, {}, fresh)).items).toMatchObject([{ current: true }])
    w.advance(-31 * minutes)
  })

  test('are listed, this one marked', async () => {
    w.advance(minutes)
    const second = await w.cookieOf(dana.id)

    const listed = w.answered(mySessions, await w.call(mySessions, {}, { cookie: second, slug: 'northwind' }))

    expect(listed.items.map(({ current }) => current)).toEqual([true, false])
    expect(JSON.stringify(listed)).not.toContain('token')
    w.advance(-minutes)
  })
})

test('a contractor looks in every two weeks and stays signed in', async () => {
  const priya = await w.person('Priya Raman', `priya${count++}@raman.example`)
  const contractorId = '0199a000-0000-7000-8000-0000000000aa'
  await w.sql(
    `insert into contractor_access (organization_id, contractor_id, person_id, granted_at, standing_since)
     values ($1, $2, $3, now(), now())`,
    [w.northwind, contractorId, priya.id],
  )
  const portal = { cookie: await w.cookieOf(priya.id), 'muster-organization': 'northwind' }

  expect(await who(portal)).toMatchObject({ roles: ['contractor'], contractorId, departmentIds: [] })
  w.advance(13 * 24 * hours)
  expect(await who(portal)).toBeDefined()
  w.advance(-13 * 24 * hours)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, everyRole, type World } from '#test/world.ts'
import {
  changeBrand,
  changeModules,
  changeOrganization,
  listModules,
  viewBrand,
  viewLogo,
  viewOrganization,
} from './contract.ts'
import { letterheadOf, todayOf } from './index.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const owner = () => w.member('owner')
const current = () => w.done(viewOrganization, owner(), {})
const version = async () => (await current()).version

describe('settings of the organization', () => {
  test('are changed by nobody but owner and admin', async () => {
    const allowed = []
    for (const role of everyRole) {
      const change = { programmeName: 'Northwind', brandColor: '#4f46e5', version: await version() }
      const { status } = await w.ask(changeBrand, w.member(role), change)
      if (status === 200) allowed.push(role)
    }

    expect(allowed).toEqual(['owner', 'admin'])
  })

  test('refuse a zone, a currency and a colour that are none', async () => {
    const zone = { name: 'Northwind', timeZone: 'Mars/Olympus', currency: 'dollars', version: 1 }
    const asked = await w.ask(changeOrganization, owner(), zone)
    const brand = await w.ask(changeBrand, owner(), { programmeName: 'N', brandColor: 'red', version: 1 })

    expect(asked.body).toMatchObject({ errors: [{ pointer: '#/timeZone' }, { pointer: '#/currency' }] })
    expect(brand.body).toMatchObject({ errors: [{ pointer: '#/programmeName' }, { pointer: '#/brandColor' }] })
  })

  test('tell whoever looked at an older version', async () => {
    const stale = { name: 'Northwind', timeZone: 'UTC', currency: 'USD', version: (await version()) + 1 }

    const { status, body } = await w.ask(changeOrganization, owner(), stale)

    expect([status, body]).toMatchObject([409, { type: '/problems/stale' }])
  })

  test('are changed, and the journal names what was', async () => {
    const actor = owner()

    const changed = await w.done(changeOrganization, actor, {
      name: 'Northwind Studios',
      timeZone: 'Pacific/Auckland',
      currency: 'USD',
      version: await version(),
    })

    expect(changed).toMatchObject({ name: 'Northwind Studios', timeZone: 'Pacific/Auckland', can: { change: true } })
    expect(await w.journal()).toContainEqual(
      expect.objectContaining({
        name: 'organizations.changed',
        data: { organizationId: w.northwind, fields: ['name', 'timeZone'] },
      }),
    )
    // 09:00 UTC on Monday 16 November is still Monday in Auckland; 13 hours later it is not.
    w.advance(13 * 3_600_000)
    expect(await w.work(actor, todayOf)).toBe('2026-11-17')
    w.advance(-13 * 3_600_000)
  })
})

describe('modules', () => {
  test('that another one needs are not switched off alone', async () => {
    const { status, body } = await w.ask(changeModules, owner(), { off: ['work'], version: await version() })

    expect(status).toBe(422)
    expect(body).toMatchObject({
      type: '/problems/module-needed',
      errors: [{ pointer: '#/off', detail: 'Invoices needs Projects and assignments.' }],
    })
  })

  test('that do not exist are refused', async () => {
    const { body } = await w.ask(changeModules, owner(), { off: ['directory'], version: await version() })

    expect(body).toMatchObject({ errors: [{ pointer: '#/off/0' }] })
  })

  test('are switched off with all that needs them, and on again', async () => {
    const all = ['payments', 'work', 'invoices', 'work'] as const
    const off = await w.done(changeModules, owner(), { off: all, version: await version() })
    const listed = (await w.done(listModules, w.member('manager'), {})).items
    const on = await w.done(changeModules, owner(), { off: [], version: off.version })

    expect(off.modulesOff).toEqual(['work', 'invoices', 'payments'])
    expect(listed.filter(({ isOn }) => !isOn).map(({ name }) => name)).toEqual(off.modulesOff)
    expect(on.modulesOff).toEqual([])
  })
})

describe('the brand', () => {
  test('of an address that nobody has is not there, nor is a logo that nobody gave', async () => {
    const { status, body } = await w.ask(viewBrand, undefined, { slug: 'nobody' })

    const logo = await w.ask(viewLogo, undefined, { slug: 'northwind' })

    expect([status, body]).toMatchObject([404, { type: '/problems/brand-not-found' }])
    expect([logo.status, logo.body]).toMatchObject([404, { type: '/problems/brand-not-found' }])
  })

  test('is shown to strangers by its address, and nothing else is', async () => {
    const { version: known } = await current()
    await w.done(changeBrand, owner(), { programmeName: 'Northwind Crew', brandColor: '#ff7a00', version: known })

    const { body } = await w.ask(viewBrand, undefined, { slug: 'northwind' })

    expect(body).toEqual({
      slug: 'northwind',
      name: 'Northwind Studios',
      programmeName: 'Northwind Crew',
      brandColor: '#ff7a00',
      hasLogo: false,
    })
    expect(await w.work(owner(), letterheadOf)).toEqual({ name: 'Northwind Studios', colour: '#ff7a00' })
  })
})

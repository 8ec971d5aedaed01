import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { type Standing, standings } from '#kernel/standing.ts'
import { me } from '#modules/access/contract.ts'
import { banContractor, liftBan, moveContractor, viewContractor } from '#modules/directory/contract.ts'
import { handlers } from '../src/app.ts'
import { type AccessWorld, createAccessWorld, withinASecond } from './access-world.ts'
import { inPortal, inStatus } from './directory-world.ts'
import { onboarded } from './onboarding-world.ts'
import { sampleInput } from './sample-input.ts'
import type { World } from './world.ts'

let w: AccessWorld
let world: World
beforeAll(async () => {
  w = await createAccessWorld()
  world = { ...w, app: w.app as never }
})
afterAll(() => w.close())

/** What a contractor may do in the portal, and until when: the one table. Reading stays open to all of them. */
const table: Readonly<Record<string, readonly Standing[]>> = {
  'agreements.decline-my-agreement': ['open', 'paused', 'ended'],
  'agreements.open-my-agreement': ['open', 'paused', 'ended'],
  'agreements.sign-my-agreement': ['open', 'paused', 'ended'],
  'directory.change-own-profile': ['open', 'paused', 'ended', 'closed'],
  'directory.set-own-availability': ['open', 'paused', 'ended'],
  'files.open-my-protected': ['open', 'paused', 'ended', 'closed', 'banned'],
  'files.upload': ['open', 'paused', 'ended'],
  'invoices.change': ['open', 'paused', 'ended'],
  'invoices.draft': ['open', 'paused', 'ended'],
  'invoices.draft-from-file': ['open', 'paused', 'ended'],
  'invoices.submit': ['open', 'paused', 'ended'],
  'invoices.void-mine': ['open', 'paused', 'ended'],
  'onboarding.submit-data': ['open', 'paused'],
  'onboarding.submit-document': ['open', 'paused'],
  'payees.cancel-payout-method': ['open', 'paused', 'ended', 'closed'],
  'payees.request-payout-method': ['open', 'paused', 'ended'],
  'payees.save-mine': ['open', 'paused', 'ended'],
  'tax.sign-my-w9': ['open', 'paused', 'ended'],
  'work.accept-assignment': ['open'],
  'work.decline-assignment': ['open', 'paused', 'ended'],
}

const endpoints: readonly Endpoint[] = handlers.map(({ endpoint }) => endpoint)
const portalCommands = endpoints.filter(
  (one) => isCommand(one) && !one.public && (one.path.startsWith('/portal/') || one.inPortal !== undefined),
)

test('every command of the portal says in which standing it can be used', () => {
  const said = portalCommands.map(({ name, inPortal: when }) => [name, when ?? 'not said'])

  expect(Object.fromEntries(said)).toEqual(table)
})

describe('a contractor is stopped before anything is looked at', () => {
  const cases = portalCommands.flatMap((one) => standings.map((standing) => [one.name, standing, one] as const))

  test.each(cases)('%s, %s', async (name, standing, endpoint) => {
    const actor = { ...inPortal(world, { id: crypto.randomUUID() }), standing }

    const { body } = await w.ask(endpoint, actor, sampleInput(endpoint.input), { upload: new Uint8Array([37]) })

    const isStopped = (body as { type?: string }).type === '/problems/not-as-things-stand'
    expect(isStopped).toBe(!table[name]?.includes(standing))
  })
})

test('a member who is a banned contractor as well still works as a member', async () => {
  const upload = endpoints.find(({ name }) => name === 'files.upload')!
  const both = {
    ...w.member('contractor', 'manager'),
    contractorId: crypto.randomUUID(),
    standing: 'banned' as const,
  }

  const { body } = await w.ask(upload, both, sampleInput(upload.input), { upload: new Uint8Array([37]) })

  expect(body).not.toMatchObject({ type: '/problems/not-as-things-stand' })
})

describe('how a contractor stands follows them', () => {
  const standingOf = async (personId: string, wanted: string | null) => {
    const cookie = await w.cookieOf(personId as never)
    const ask = async () => w.answered(me, await w.call(me, {}, { cookie, slug: 'northwind' })).here?.standing
    return withinASecond(ask, (standing) => standing === wanted)
  }

  test('from being taken on through a pause and the end to closed after ninety days', async () => {
    const { contractorId, actor } = await onboarded(world)
    const move = async (to: string) => {
      const { version } = await w.done(viewContractor, w.member('owner'), { contractorId })
      return w.done(moveContractor, w.member('owner'), { contractorId, version, to, reason: 'As agreed' })
    }
    const seen = [await standingOf(actor.personId, 'open')]
    await inStatus(world, { id: contractorId }, 'active')

    for (const to of ['paused', 'active', 'ended'] as const) {
      await move(to)
      seen.push(await standingOf(actor.personId, to === 'active' ? 'open' : to))
    }
    w.advance(91 * 86_400_000)
    seen.push(await standingOf(actor.personId, 'closed'))
    w.advance(-91 * 86_400_000)

    expect(seen).toEqual(['open', 'paused', 'open', 'ended', 'closed'])
  })

  test('a ban signs them out at once, and lifting it does not bring the session back', async () => {
    const { contractorId, actor } = await onboarded(world)
    const cookie = await w.cookieOf(actor.personId)
    const status = async () => (await w.call(me, {}, { cookie, slug: 'northwind' })).status
    expect(await status()).toBe(200)
    const legal = w.member('legal')
    const version = async () => (await w.done(viewContractor, legal, { contractorId })).version

    await w.done(banContractor, legal, { contractorId, version: await version(), reason: 'Broke confidence' })
    const whileBanned = await standingOf(actor.personId, 'banned')
    await w.done(liftBan, legal, { contractorId, version: await version(), reason: 'A mistake of ours' })

    expect(whileBanned).toBe('banned')
    expect(await withinASecond(status, (answer) => answer === 401)).toBe(401)
    expect(await standingOf(actor.personId, 'open')).toBe('open')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declaredPermissions } from '#kernel/actor.ts'
import { type Endpoint, isCommand, moduleOf } from '#kernel/endpoint.ts'
import { declaredEvents } from '#kernel/event.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
// Declares a refusal outside the endpoints, which belongs to the reference whatever else is loaded.
import '#kernel/http/restored-gate.ts'
import { openApi } from '#kernel/openapi.ts'
import { declaredProblems } from '#kernel/problem.ts'
import { handlers, modulesKnown } from '../src/app.ts'
import { type Populated, populate } from './populate.ts'
import { sampleInput } from './sample-input.ts'
import { createWorld, everyRole, type World } from './world.ts'

let w: World
let there: Populated
beforeAll(async () => {
  w = await createWorld()
  there = await populate(w)
})
afterAll(() => w.close())

const switchableModules = modulesKnown.switchable.map(({ name }) => name)
const endpoints: readonly Endpoint[] = handlers.map(({ endpoint }) => endpoint)
const guarded = endpoints.filter((endpoint) => !endpoint.public)
const idsIn = ({ path }: Endpoint) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
const about = guarded.filter((endpoint) => idsIn(endpoint).some((name) => name.endsWith('Id')))
/** In its address or in what is said. */
const namesAnObject = (endpoint: Endpoint): boolean =>
  [...idsIn(endpoint), ...Object.keys(sampleInput(endpoint.input))].some((name) => name.endsWith('Id'))
const named = (list: readonly Endpoint[]) => list.map((endpoint) => [endpoint.name, endpoint] as const)
const upload = { upload: new Uint8Array([37, 80, 68, 70]) }

/** An object of Northwind's under every id in the path, as its own people would address it. */
const withIds = (endpoint: Endpoint, ids: Populated['ids']) => ({
  ...sampleInput(endpoint.input),
  ...Object.fromEntries(idsIn(endpoint).flatMap((name) => (name.endsWith('Id') ? [[name, ids(name)]] : []))),
})

describe('a stranger is asked to sign in', () => {
  test.each(named(guarded))('%s', async (_, endpoint) => {
    const { status, body } = await w.ask(endpoint, undefined, sampleInput(endpoint.input), upload)

    expect(status).toBe(401)
    expect(body).toMatchObject({ type: '/problems/unauthenticated' })
  })
})

describe('somebody without a role is refused', () => {
  test.each(named(guarded.filter(({ name }) => !name.startsWith('access.my-') && name !== 'access.me')))(
    '%s',
    async (_, endpoint) => {
      const { status } = await w.ask(endpoint, w.member(), withIds(endpoint, there.ids), upload)

      // Whoever may not even see an object is told that there is none.
      expect(namesAnObject(endpoint) ? [403, 404] : [403]).toContain(status)
    },
  )
})

describe('what belongs to another organization is answered like what does not exist', () => {
  test.each(named(about))('%s', async (_, endpoint) => {
    const elsewhere = w.memberOf(there.otherOrganizationId, ...everyRole)
    const answerTo = async (ids: Populated['ids']): Promise<Record<string, unknown>> => {
      const { body } = await w.ask(endpoint, elsewhere, withIds(endpoint, ids), upload)
      return { ...(body as object), requestId: undefined }
    }
    const foreign = await answerTo(there.ids)
    const absent = await answerTo(there.absentIds)

    expect(JSON.stringify(foreign).replaceAll(/[0-9a-f-]{36}/g, 'id')).toBe(
      JSON.stringify(absent).replaceAll(/[0-9a-f-]{36}/g, 'id'),
    )
    expect(foreign).toMatchObject({ status: 404 })
  })
})

describe('what the organization has switched off is refused, even to its owner', () => {
  const switchable = (endpoint: Endpoint) => switchableModules.find((module) => module === moduleOf(endpoint))

  test('every module that can be switched off has endpoints', () => {
    expect(switchableModules.filter((module) => !guarded.some((endpoint) => moduleOf(endpoint) === module))).toEqual(
      [],
    )
  })

  test.each(named(guarded.filter(switchable)))('%s', async (_, endpoint) => {
    const owner = { ...w.member(...everyRole), modulesOff: [moduleOf(endpoint)] }

    const { status, body } = await w.ask(endpoint, owner, withIds(endpoint, there.ids), upload)

    expect(status).toBe(403)
    expect(body).toMatchObject({ type: '/problems/module-off', module: moduleOf(endpoint) })
  })

  test.each(named(guarded.filter((endpoint) => !switchable(endpoint) && !isCommand(endpoint))))(
    'and the rest is not: %s',
    async (_, endpoint) => {
      const owner = { ...w.member(...everyRole), modulesOff: switchableModules }

      const { body } = await w.ask(endpoint, owner, withIds(endpoint, there.ids))

      expect(body).not.toMatchObject({ type: '/problems/module-off' })
    },
  )
})

describe('nobody reaches an organization they do not belong to', () => {
  test.each(named(guarded.filter(isCommand)))('%s', async (_, endpoint) => {
    const nowhere = { ...w.member(), organizationId: noOrganizationId }

    const { status } = await w.ask(endpoint, nowhere, sampleInput(endpoint.input), upload)

    expect([403, 404]).toContain(status)
  })
})

/** Whoever adds a door for strangers writes its name here, so that a reviewer sees it. */
const doorsForStrangers: readonly string[] = [
  'access.accept-invitation',
  'access.reset-password',
  'access.set-up',
  'access.view-address-change',
  'access.view-invitation',
  'access.view-set-up',
  'agreements.verify-document',
  'onboarding.accept-invitation',
  'onboarding.decline-invitation',
  'onboarding.view-invitation',
  'organizations.view-brand',
  'organizations.view-logo',
]

test('the endpoints that need no sign-in are the ones listed here', () => {
  expect(
    endpoints
      .filter((endpoint) => endpoint.public)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...doorsForStrangers].sort())
})

test('every endpoint has a name of its own, an address of its own and a line in the reference', () => {
  const addresses = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)

  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  expect(
    endpoints.filter(({ name }) => !/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(name)).map(({ name }) => name),
  ).toEqual([])
  expect(endpoints.filter(({ summary }) => summary.length < 10).map(({ name }) => name)).toEqual([])
})

test('unknown properties are refused by every endpoint', async () => {
  const loose = endpoints.filter(({ input }) => input.safeParse({ ...sampleInput(input), unheardOf: 1 }).success)

  expect(loose.map(({ name }) => name)).toEqual([])
})

test('every event says in words what happened, and names are never used twice', () => {
  const silent = declaredEvents().filter(({ sentence }) => sentence.length < 5)

  expect(silent).toEqual([])
})

test('the reference of problems is complete', async () => {
  const lines = [...declaredProblems()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, status, title }) => `## ${slug}\n\n${status}: ${title}\n`)

  await expect(
    `# Problems\n\nEvery refusal of the API, by its \`type\` (\`/problems/…\`, RFC 9457). Printed by the tests.\n\n${lines.join('\n')}`,
  ).toMatchFileSnapshot('../../docs/problems.md')
})

test('the table of who may do what is current', async () => {
  const lines = [...declaredPermissions()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, roles, humanOnly }) => `| ${name} | ${roles.join(', ')} | ${humanOnly ? 'no' : 'yes'} |`)

  await expect(
    `# Who may do what\n\nPrinted by the tests from the permissions that guard the code.\n\n| permission | roles | by API key |\n|---|---|---|\n${lines.join('\n')}\n`,
  ).toMatchFileSnapshot('../../docs/permissions.md')
})

test('the API describes every endpoint in OpenAPI', () => {
  const document = openApi(endpoints, '0.0.0')
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path))

  expect(operations).toHaveLength(endpoints.length)
})

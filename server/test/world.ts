import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import type { z } from 'zod'
import { type Actor, type Role, roles } from '#kernel/actor.ts'
import { deliverDue } from '#kernel/background/deliver.ts'
import { createCheckpoints } from '#kernel/checkpoints.ts'
import { workOf } from '#kernel/command.ts'
import { openDatabase, transaction } from '#kernel/db.ts'
import { createDocuments } from '#kernel/documents/documents.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { trustedProxies } from '#kernel/http/client-address.ts'
import { mount } from '#kernel/http/mount.ts'
import { type AnyId, OrganizationId, PersonId, uuidV7 } from '#kernel/ids.ts'
import { reactionTable } from '#kernel/reaction.ts'
import type { Outside, Runtime } from '#kernel/runtime.ts'
import { createSecrets } from '#kernel/secrets.ts'
import { createDiskStorage } from '#kernel/storage.ts'
import { createOrganization, modulesOff } from '#modules/organizations/index.ts'
import { handlers, modulesKnown, tasks } from '../src/app.ts'
import { freshDatabase } from './postgres.ts'

type Asked = Readonly<{ status: number; body: never; text: string; bytes: Uint8Array; headers: Headers }>
type Options = Readonly<{ key?: string; upload?: Uint8Array }>

/** A company with people in it, on a database of its own: what the tests of a use case start from. */
export const createWorld = async () => {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'muster-files-'))
  let time = new Date('2026-11-16T09:00:00Z') // a Monday
  const outside = outsideOf(folder, () => time)
  const runtime: Runtime = {
    db: openDatabase(database.app, () => undefined),
    outside,
    reactions: reactionTable(tasks),
    modules: modulesKnown,
    wake: () => undefined,
    modulesOff,
    isTrustedProxy: trustedProxies([]),
    checkAnswers: true,
    log: pino({ level: 'silent' }),
  }
  // Who asks is settled by a token here and by `access` in production; everything behind it is the real thing.
  const actors = new Map<string, Actor>()
  const app = mount(handlers, runtime, async (headers) => actors.get(headers.get('authorization') ?? ''))
  const newOrganization = (slug: string) => foundOrganization(runtime, time, slug)
  const northwind = await newOrganization('northwind')

  const ask = async <E extends Endpoint>(
    endpoint: E,
    actor: Actor | undefined,
    input: unknown,
    options: Options = {},
  ) => askApp(app, endpoint, { actor, actors, input, options })

  return {
    app,
    runtime,
    northwind,
    newOrganization,
    now: () => time,
    /** Moves the product's clock. */
    advance: (ms: number) => {
      time = new Date(time.getTime() + ms)
    },
    /** Somebody with these roles at Northwind, just signed in. */
    member: (...granted: Role[]) => person(northwind, granted, time),
    memberOf: (organizationId: OrganizationId, ...granted: Role[]) => person(organizationId, granted, time),
    ask,
    /** A bearer token for requests that a test writes by hand. */
    tokenFor: (actor: Actor) => {
      const token = `Bearer ${randomUUID()}`
      actors.set(token, actor)
      return token
    },
    /** Asks and expects to be answered: gives the decoded answer. */
    done: async <E extends Endpoint>(endpoint: E, actor: Actor, input: unknown, options: Options = {}) => {
      const asked = await ask(endpoint, actor, input, options)
      if (asked.status !== 200) throw new Error(`${endpoint.name} answered ${asked.status}: ${asked.text}`)
      return endpoint.output.decode(asked.body as never) as z.output<E['output']>
    },
    /** Delivers everything that is due, as the worker would. */
    deliver: (organizationId: OrganizationId = northwind) => deliverDue(runtime, organizationId),
    /** What the journal of an organization says, oldest first. */
    journal: async (organizationId: OrganizationId = northwind) =>
      (
        await owned(
          database.owner,
          'select name, data, person_id, via from journal where organization_id = $1 order by id',
          [organizationId],
        )
      ).map(({ name, data, person_id, via }) => ({ name, data, personId: person_id, via })),
    /** Runs a module's function as a use case would. */
    work: <Result>(actor: Actor, run: (work: ReturnType<typeof workOf>) => Promise<Result>) =>
      transaction(runtime.db, actor, (tx) => run(workOf(runtime, tx, { actor, now: time }))),
    /** A look at the tables as their owner, past row security: for assertions only. */
    sql: (text: string, values: readonly unknown[] = []) => owned(database.owner, text, values),
    close: async () => {
      await outside.documents.close()
      await runtime.db.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

const outsideOf = (folder: string, now: () => Date): Outside => {
  const random = (count: number) => new Uint8Array(randomBytes(count))
  const secrets = createSecrets(randomBytes(32), random)
  let tick = 0
  return {
    now,
    // Ids keep their order even though the clock of a test stands still.
    newId: <Id extends AnyId>(kind: Id) =>
      kind.parse(uuidV7(new Date(now().getTime() + tick++), random(10))) as z.output<Id>,
    randomBytes: random,
    secrets,
    documents: createDocuments(),
    storage: createDiskStorage(join(folder, 'files'), random),
    checkpoints: createCheckpoints(join(folder, 'checkpoints'), secrets),
    baseUrl: 'http://localhost:3000',
  }
}

const foundOrganization = async (runtime: Runtime, now: Date, slug: string): Promise<OrganizationId> => {
  const organizationId = OrganizationId.parse(uuidV7(now, new Uint8Array(randomBytes(10))))
  const actor = person(organizationId, ['owner'], now)
  await transaction(runtime.db, actor, (tx) =>
    createOrganization(workOf(runtime, tx, { actor, now }), {
      slug,
      name: `${slug.charAt(0).toUpperCase()}${slug.slice(1)}`,
      timeZone: 'America/New_York',
      currency: 'USD',
    }),
  )
  return organizationId
}

const person = (organizationId: OrganizationId, granted: readonly Role[], now: Date): Actor => ({
  organizationId,
  personId: PersonId.parse(uuidV7(now, new Uint8Array(randomBytes(10)))),
  roles: granted,
  departmentIds: 'all',
  via: 'session',
  confirmedAt: now,
})

/** Every role by itself, for tests that walk them. */
export const everyRole: readonly Role[] = roles

type Question = Readonly<{ actor: Actor | undefined; actors: Map<string, Actor>; input: unknown; options: Options }>

const askApp = async (
  app: ReturnType<typeof mount>,
  endpoint: Endpoint,
  { actor, actors, input, options }: Question,
): Promise<Asked> => {
  const token = actor && `Bearer ${randomUUID()}`
  if (actor && token) actors.set(token, actor)
  const { url, rest } = addressOf(endpoint, { ...(input as Record<string, unknown>) })
  const inQuery = endpoint.method === 'GET' || endpoint.upload !== undefined
  const query = inQuery ? queryOf(rest) : ''
  const response = await app.request(`/api/v1${url}${query}`, {
    method: endpoint.method,
    headers: {
      ...(token ? { authorization: token } : {}),
      ...(inQuery ? {} : { 'content-type': 'application/json' }),
      ...(options.key ? { 'idempotency-key': options.key } : {}),
    },
    ...(endpoint.upload ? { body: options.upload as never } : inQuery ? {} : { body: JSON.stringify(rest) }),
  })
  // A listening server puts its own `Response` in place of Node's, and that one has no `bytes()`.
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = Buffer.from(bytes).toString()
  const isJson = /^application\/(problem\+)?json(;|$)/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    text,
    bytes,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as never,
  }
}

const addressOf = ({ path }: Endpoint, rest: Record<string, unknown>) => {
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { url, rest }
}

const queryOf = (input: Record<string, unknown>): string => {
  const pairs = Object.entries(input).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

const owned = async (config: pg.ClientConfig, text: string, values: readonly unknown[]) => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows
  } finally {
    await client.end()
  }
}

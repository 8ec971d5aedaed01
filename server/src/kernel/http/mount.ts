import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Actor } from '#kernel/actor.ts'
import { machinePersonId } from '#kernel/actor.ts'
import type { Call, Handler, Origin } from '#kernel/command.ts'
import { type Endpoint, isCommand, moduleOf } from '#kernel/endpoint.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { forbidden, invalidInput, moduleOff, notAsThingsStand, notFound, unauthenticated } from '#kernel/problem.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { fitsStanding } from '#kernel/standing.ts'
import { answer, refusal } from './answer.ts'
import { addressOf } from './client-address.ts'
import { headers, sameSiteOnly } from './guards.ts'
import { inputOf } from './input.ts'
import { limiter } from './limiter.ts'
import { createReceiver, type Receiver } from './receive-in-memory.ts'

export const apiBase = '/api/v1'

/** Who is asking? Undefined for a stranger. Given by the module that knows sessions and keys. */
export type Identify = (headers: Headers, now: Date) => Promise<Actor | undefined>

type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

/** Belongs to no organization: row security shows such an actor nothing. */
export const noOrganizationId = OrganizationId.parse('00000000-0000-7000-8000-000000000001')

const stranger: Actor = {
  organizationId: noOrganizationId,
  personId: machinePersonId,
  roles: [],
  departmentIds: [],
  via: 'link',
}

/** Calls a minute that strangers may make from one address. */
const strangersMayCall = 120

/**
 * Mounts every handler: who, what, may they, do it, answer. There is no other way to serve the API. `beside` is what else
 * is to be found under /api, behind the same headers.
 */
export const mount = (
  handlers: readonly Handler[],
  runtime: Runtime,
  identify: Identify,
  beside: Hono = new Hono(),
): Hono<Env> => {
  const app = new Hono<Env>()
  const { outside, log } = runtime
  for (const header of headers(outside.baseUrl.startsWith('https:'))) app.use(header)
  app.use(sameSiteOnly(outside.baseUrl))
  app.onError((error, context) => {
    if (error instanceof Error && 'status' in error && error.status === 403) {
      log.warn({ requestId: context.get('requestId'), path: context.req.path }, 'refused')
    }
    return refusal(context, error, log)
  })
  const admit = limiter(strangersMayCall, () => performance.now())
  const inMemory = createReceiver()
  for (const handler of handlers) {
    app.on(handler.endpoint.method, `${apiBase}${handler.endpoint.path}`, async (context) => {
      if (handler.endpoint.public) admit(addressOf(context, runtime))
      return serve(context, handler, { runtime, identify, inMemory })
    })
  }
  app.route('/', beside)
  app.all('/api/*', () => {
    throw notFound()
  })
  return app
}

type House = Readonly<{ runtime: Runtime; identify: Identify; inMemory: Receiver }>

const serve = async (context: Context<Env>, { endpoint, execute }: Handler, house: House): Promise<Response> => {
  const { runtime, identify } = house
  const { outside } = runtime
  const now = outside.now()
  const actor = endpoint.public ? stranger : await identify(context.req.raw.headers, now)
  if (!actor) throw unauthenticated()
  if (actor.modulesOff?.includes(moduleOf(endpoint))) throw moduleOff({ module: moduleOf(endpoint) })
  if (!fitsStanding(endpoint, actor)) throw notAsThingsStand({ standing: actor.standing })
  const input = await inputOf(context, endpoint)
  const key = isCommand(endpoint) ? keyOf(context) : undefined
  const file = await fileOf(context, actor, { endpoint, house })
  const call = { actor, now, input, origin: originOf(context, runtime), ...file }
  const result = await execute(runtime, { ...call, ...(key ? { key } : {}) })
  const stillMay = endpoint.public ? async () => true : () => isStill(actor, house, context.req.raw.headers)
  return answer(context, result, { storage: outside.storage, organizationId: actor.organizationId, stillMay })
}

/** The same person in the same role: whoever may do less than when they asked asks again. */
const isStill = async (actor: Actor, { runtime, identify }: House, headers: Headers): Promise<boolean> => {
  const now = await identify(headers, runtime.outside.now()).catch(() => undefined)
  return now !== undefined && rightsOf(now) === rightsOf(actor)
}

const rightsOf = ({
  organizationId,
  personId,
  roles,
  departmentIds,
  contractorId,
  standing,
  scopes,
}: Actor): string => JSON.stringify([organizationId, personId, roles, departmentIds, contractorId, standing, scopes])

type Wanted = Readonly<{ endpoint: Endpoint; house: House }>

/** The body of an upload: a stranger's is held in memory, everybody else's streams to storage. */
const fileOf = async (
  context: Context<Env>,
  actor: Actor,
  { endpoint, house: { inMemory, runtime } }: Wanted,
): Promise<Pick<Call, 'upload' | 'received'>> => {
  if (!endpoint.upload) return {}
  const { maxBytes } = endpoint.upload
  if (endpoint.public) return { received: await inMemory(bodyOf(context), maxBytes) }
  // Somebody without any role could otherwise fill the disk with uploads that are refused afterwards.
  if (actor.roles.length === 0) throw forbidden()
  const stream = Readable.fromWeb(bodyOf(context))
  return { upload: await runtime.outside.storage.put(actor.organizationId, stream, maxBytes) }
}

const bodyOf = (context: Context<Env>): ReadableStream => {
  const { body } = context.req.raw
  if (!body) throw invalidInput({ errors: [{ pointer: '#', detail: 'Send the file as the body.' }] })
  return body as ReadableStream
}

/** What a browser says of itself is evidence at most, and never longer than this. */
const longestUserAgent = 400

const originOf = (context: Context<Env>, runtime: Runtime): Origin => ({
  address: addressOf(context, runtime),
  userAgent: (context.req.header('user-agent') ?? '').slice(0, longestUserAgent),
})

/** Absent is allowed: a caller who never retries needs no key. */
const keyOf = (context: Context): string | undefined => {
  const key = context.req.header('idempotency-key')
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw invalidInput({ errors: [{ pointer: '#', detail: 'An idempotency key is 1 to 255 visible characters.' }] })
}

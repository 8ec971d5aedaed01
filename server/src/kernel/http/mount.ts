import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Actor } from '#kernel/actor.ts'
import { machinePersonId } from '#kernel/actor.ts'
import type { Handler } from '#kernel/command.ts'
import { isCommand } from '#kernel/endpoint.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { forbidden, invalidInput, notFound, unauthenticated } from '#kernel/problem.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { answer, refusal } from './answer.ts'
import { headers, limiter, sameSiteOnly } from './guards.ts'
import { inputOf } from './input.ts'

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
  app.use(sameSiteOnly)
  app.onError((error, context) => {
    if (error instanceof Error && 'status' in error && error.status === 403) {
      log.warn({ requestId: context.get('requestId'), path: context.req.path }, 'refused')
    }
    return refusal(context, error, log)
  })
  const admit = limiter(strangersMayCall, outside.now)
  for (const handler of handlers) {
    app.on(handler.endpoint.method, `${apiBase}${handler.endpoint.path}`, async (context) => {
      if (handler.endpoint.public) admit(addressOf(context))
      return serve(context, handler, runtime, identify)
    })
  }
  app.route('/', beside)
  app.all('/api/*', () => {
    throw notFound()
  })
  return app
}

const serve = async (
  context: Context<Env>,
  { endpoint, execute }: Handler,
  runtime: Runtime,
  identify: Identify,
): Promise<Response> => {
  const { outside } = runtime
  const now = outside.now()
  const actor = endpoint.public ? stranger : await identify(context.req.raw.headers, now)
  if (!actor) throw unauthenticated()
  const input = await inputOf(context, endpoint)
  const key = isCommand(endpoint) ? keyOf(context) : undefined
  const upload = endpoint.upload && (await receive(context, actor, runtime, endpoint.upload.maxBytes))
  const result = await execute(runtime, { actor, now, input, ...(key ? { key } : {}), ...(upload ? { upload } : {}) })
  return answer(context, result, outside.storage, actor.organizationId)
}

/** Absent is allowed: a caller who never retries needs no key. */
const keyOf = (context: Context): string | undefined => {
  const key = context.req.header('idempotency-key')
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw invalidInput({ errors: [{ pointer: '#', detail: 'An idempotency key is 1 to 255 visible characters.' }] })
}

/** Somebody without any role could otherwise fill the disk with uploads that are refused afterwards. */
const receive = async (context: Context<Env>, actor: Actor, { outside }: Runtime, maxBytes: number) => {
  if (actor.roles.length === 0) throw forbidden()
  const body = context.req.raw.body
  if (!body) throw invalidInput({ errors: [{ pointer: '#', detail: 'Send the file as the body.' }] })
  return outside.storage.put(actor.organizationId, Readable.fromWeb(body as ReadableStream), maxBytes)
}

/** The peer of the connection. Forwarding headers are what anybody likes to write into them. */
const addressOf = (context: Context<Env>): string => context.env?.incoming?.socket?.remoteAddress ?? 'local'

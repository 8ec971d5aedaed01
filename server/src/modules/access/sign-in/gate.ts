import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isFresh } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { refusal } from '#kernel/http/answer.ts'
import { addressOf } from '#kernel/http/client-address.ts'
import { headers, sameSiteOnly } from '#kernel/http/guards.ts'
import { inputOf } from '#kernel/http/input.ts'
import { limiter } from '#kernel/http/limiter.ts'
import { crossSite, notFound, Problem, parse, stepUpRequired, unauthenticated } from '#kernel/problem.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { actorOf } from '#modules/access/identify.ts'
import type { SessionCache } from '#modules/access/session-cache.ts'
import { confirmDoors } from './confirm-door.ts'
import type { Admits, Door, House, Visit } from './door.ts'
import { createGuessCounter } from './guess-counter.ts'
import { mailDoors } from './mail-doors.ts'
import { passkeyDoors } from './passkey-doors.ts'
import { passwordDoors } from './password-doors.ts'
import { cookieIn, sessionCookieName, signInSecret, unsigned } from './session-cookie.ts'
import { signInLinks } from './sign-in-link.ts'
import { twoFactorDoors } from './two-factor-doors.ts'

/** Every way in and everything about it: the whole list. */
export const doors: readonly Door[] = [
  ...passwordDoors,
  ...twoFactorDoors,
  ...passkeyDoors,
  ...mailDoors,
  ...confirmDoors,
]

type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

/** Calls a minute by strangers from one network; what is guessed is counted apart and much closer. */
const callsAMinute = 120

/** Mounted at `/api/auth`, before the API. What is not on the list of doors is not there. */
export const createGate = (runtime: Runtime, cache: SessionCache): Hono<Env> => {
  const { outside, log } = runtime
  const house = houseOf(runtime, cache)
  const gate = new Hono<Env>()
  for (const header of headers(outside.baseUrl.startsWith('https:'))) gate.use(header)
  gate.use(sameSiteOnly(outside.baseUrl))
  gate.onError((error, context) => {
    if (error instanceof Problem && [401, 403, 429].includes(error.status))
      log.warn({ requestId: context.get('requestId'), path: context.req.path, slug: error.slug }, 'refused')
    return refusal(context, error, log)
  })
  const admit = limiter(callsAMinute, () => performance.now())
  for (const door of doors) {
    gate.on(door.method, door.path, async (context) => {
      const visit = await visitOf(context, house)
      // An office that works behind one address is not one stranger.
      if (!visit.signedIn) admit(visit.address)
      if (door.method === 'POST') refuseUnknownOrigin(context)
      return serve(context, door, { house, visit })
    })
  }
  gate.all('*', () => {
    throw notFound()
  })
  return gate
}

const houseOf = (runtime: Runtime, cache: SessionCache): House => {
  let auth: ReturnType<House['auth']> | undefined
  const build = async () => (await import('./better-auth.ts')).createAuth(runtime, signInLinks(runtime))
  return {
    runtime,
    cache,
    guesses: createGuessCounter(runtime),
    secret: signInSecret(runtime.outside.secrets),
    auth: () => {
      auth ??= build()
      return auth
    },
  }
}

type At = Readonly<{ house: House; visit: Visit }>

const serve = async (context: Context<Env>, door: Door, { house, visit }: At): Promise<Response> => {
  const input = parse(door.input, await inputOf(context, endpointOf(door)))
  refuseUnadmitted(door.admits, visit)
  const { json, cookies } = await door.open(house, visit, input)
  const response = Response.json(json, { headers: { 'cache-control': 'no-store' } })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Read like every other request: JSON only, of bounded size and depth. */
const endpointOf = ({ method, path, input, admits }: Door): Endpoint => ({
  ...(admits === 'anybody' ? { public: true } : {}),
  name: path,
  method,
  path,
  summary: path,
  input,
  output: z.unknown(),
})

const visitOf = async (context: Context<Env>, { runtime, cache, secret }: House): Promise<Visit> => {
  const { headers } = context.req.raw
  const address = addressOf(context, runtime)
  const now = runtime.outside.now()
  const cookie = cookieIn(headers, sessionCookieName(runtime.outside.baseUrl))
  const token = cookie && unsigned(cookie, secret)
  return { headers, address, now, signedIn: token ? await cache.signedIn(token, now) : undefined }
}

const refuseUnadmitted = (admits: Admits, { signedIn, now }: Visit): void => {
  if (admits === 'anybody') return
  if (!signedIn) throw unauthenticated()
  if (admits === 'fresh' && !isFresh(actorOf(signedIn, now), now)) throw stepUpRequired()
}

/** A browser always tells where a POST comes from; here, where cookies are handed out, not telling is refused too. */
const refuseUnknownOrigin = ({ req }: Context<Env>): void => {
  if (req.header('origin') === undefined && req.header('sec-fetch-site') === undefined) throw crossSite()
}

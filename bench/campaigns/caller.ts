import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Login } from './company.ts'

export type Answer = Readonly<{ status: number; text: string; cookies: readonly string[] }>

/** One order as somebody gives it. Under its key it may be repeated until it is answered. */
export type Ask = Readonly<{
  by: Login
  endpoint: Endpoint
  input: Readonly<Record<string, unknown>>
  key?: string
  /** The body of an upload. */
  file?: Uint8Array
}>

/** An order that was answered with success: from here on it may not be lost. */
export type Acknowledged = Ask & Readonly<{ text: string }>

export type Tally = {
  /** Those that reached the server, whatever became of them. */
  requests: number
  /** The connection broke before the answer was there: done or not, nobody knows. */
  lost: number
  byStatus: Record<string, number>
}

export type Caller = Readonly<{
  /** Sends until there is an answer that is one: what is lost or turned away is sent again under its key. */
  insist: (ask: Ask) => Promise<Answer>
  /** One try. Undefined when the connection broke. */
  once: (ask: Ask) => Promise<Answer | undefined>
  /** A request written by hand, as it is, in the name of somebody who is signed in. */
  raw: (by: Login, wire: Wire) => Promise<Answer | undefined>
  /** People come in before trouble begins: a password costs much time, and a try that is cut off counts as a guess. */
  signIn: (people: readonly Login[]) => Promise<void>
  acknowledged: readonly Acknowledged[]
  tally: Tally
  close: () => void
}>

const patienceMs = 180_000
/** What needs a fresh sign-in is refused after five minutes. */
const freshMs = 240_000

/** Speaks HTTP to one install over many connections, as browsers and programs would. */
export const createCaller = (port: number, connections = 48): Caller => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const tally: Tally = { requests: 0, lost: 0, byStatus: {} }
  const acknowledged: Acknowledged[] = []

  const send = async (wire: Wire): Promise<Answer | undefined> => {
    try {
      const answer = await exchange(agent, port, wire)
      tally.requests += 1
      tally.byStatus[answer.status] = (tally.byStatus[answer.status] ?? 0) + 1
      return answer
    } catch (refusal) {
      if (isDown(refusal)) return undefined
      tally.requests += 1
      tally.lost += 1
      return undefined
    }
  }
  const cookieOf = createSignIn(send)
  const once = async (ask: Ask) => send(wireOf(ask, await cookieOf(ask.by, ask.endpoint.stepUp === true)))

  const insist = async (ask: Ask): Promise<Answer> => {
    const answer = await until(() => once(ask))
    if (answer.status === 200 && ask.endpoint.method !== 'GET') acknowledged.push({ ...ask, text: answer.text })
    return answer
  }
  const signIn = async (people: readonly Login[]) => {
    for (const person of people) await cookieOf(person, false)
  }
  const raw = async (by: Login, wire: Wire) => {
    const cookie = await cookieOf(by, false)
    return send({ ...wire, headers: { ...wire.headers, cookie, 'sec-fetch-site': 'same-origin' } })
  }
  return { insist, once, raw, signIn, acknowledged, tally, close: () => agent.destroy() }
}

/** A defect (500) is an answer too: it is not hidden by trying again. */
const isFinal = ({ status }: Answer): boolean => status !== 503 && status !== 507 && status !== 429

const until = async (attempt: () => Promise<Answer | undefined>): Promise<Answer> => {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const answer = await attempt()
    if (answer && isFinal(answer)) return answer
    if (performance.now() > giveUpAt) throw new Error(`Nothing but this for three minutes: ${answer?.text}`)
    await sleep(100)
  }
}

/** Nobody listened: this never reached a server and proves nothing. */
const isDown = (refusal: unknown): boolean =>
  refusal instanceof Error && 'code' in refusal && refusal.code === 'ECONNREFUSED'

export type Wire = Readonly<{
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array
}>

const wireOf = ({ by, endpoint, input, key, file }: Ask, cookie: string): Wire => {
  const { method } = endpoint
  const rest = { ...input }
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const asQuery = method === 'GET' || file !== undefined
  const query = new URLSearchParams()
  if (asQuery) for (const [name, value] of Object.entries(rest)) query.set(name, String(value))
  return {
    method,
    path: `/api/v1${path}${asQuery ? `?${query}` : ''}`,
    headers: {
      cookie,
      'muster-organization': by.slug,
      'content-type': file ? 'application/octet-stream' : 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(file ? { body: file } : asQuery ? {} : { body: JSON.stringify(rest) }),
  }
}

const exchange = (agent: Agent, port: number, { method, path, headers, body }: Wire): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({ agent, port, host: '127.0.0.1', method, path, headers: { ...headers, ...length } })
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.on('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      // Half an answer is none.
      response.on('aborted', () => reject(new Error('cut off')))
      response.on('end', () => {
        const cookies = response.headers['set-cookie'] ?? []
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString(), cookies })
      })
    })
    sent.end(body)
  })

/** Signs people in with their passwords, once, and again before what needs a fresh sign-in would be refused. */
const createSignIn = (send: (wire: Wire) => Promise<Answer | undefined>) => {
  const known = new Map<string, Readonly<{ cookie: Promise<string>; at: number }>>()
  const signIn = async ({ email, password }: Login, before: string): Promise<string> => {
    const answer = await until(() =>
      send({
        method: 'POST',
        path: '/api/auth/sign-in/email',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: before },
        body: JSON.stringify({ email, password }),
      }),
    )
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.text}`)
    return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  }
  return async (login: Login, mustBeFresh: boolean): Promise<string> => {
    const found = known.get(login.email)
    if (found && !(mustBeFresh && performance.now() - found.at > freshMs)) return found.cookie
    const device = (await found?.cookie)?.split('; ').find((pair) => pair.includes('device')) ?? ''
    const cookie = signIn(login, device)
    known.set(login.email, { cookie, at: performance.now() })
    return cookie
  }
}

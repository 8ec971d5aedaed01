import { Hono } from 'hono'
import type { z } from 'zod'
import type { Role } from '#kernel/actor.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { mount } from '#kernel/http/mount.ts'
import type { OrganizationId, PersonId } from '#kernel/ids.ts'
import { createKey, listMembers, mySessions } from '#modules/access/contract.ts'
import {
  addMember,
  addPerson,
  type LinkPurpose,
  linkAddress,
  openAccess,
  organizationHeader,
  startSession,
} from '#modules/access/index.ts'
import { access as accessModule } from '#modules/access/module.ts'
import { organizations } from '#modules/organizations/module.ts'
import { createWorld, type World } from './world.ts'

export const goodPassword = 'correct horse battery'

type Said = Readonly<{ status: number; body: never; text: string; cookies: readonly string[]; headers: Headers }>
type Asking = Readonly<{ cookie?: string; slug?: string; bearer?: string; headers?: Record<string, string> }>

/** A world in which people really sign in: real sessions, real keys, the real gate. */
export const createAccessWorld = async () => {
  const w = await createWorld()
  // better-auth reads the machine's clock, so here the product's clock stands where that one is.
  w.advance(Date.now() - w.now().getTime())
  const access = openAccess(w.runtime, w.runtime.db.pool.options)
  await access.started
  const api = mount([...organizations.handlers, ...accessModule.handlers], w.runtime, access.identify)
  const app = new Hono().route('/api/auth', access.gate).route('/', api)

  let place = 0
  const send = async (method: string, url: string, body: unknown, asking: Asking): Promise<Said> => {
    const from = { incoming: { socket: { remoteAddress: `198.51.100.${place % 250}` } } }
    const request = {
      method,
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(asking.cookie ? { cookie: asking.cookie } : {}),
        ...(asking.bearer ? { authorization: `Bearer ${asking.bearer}` } : {}),
        ...(asking.slug ? { [organizationHeader]: asking.slug } : {}),
        ...asking.headers,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    }
    const response = await app.request(`http://localhost:3000${url}`, request, from)
    const text = await response.text()
    const cookies = response.headers.getSetCookie()
    return { status: response.status, text, cookies, headers: response.headers, body: JSON.parse(text) as never }
  }

  const person = (name: string, email: string) =>
    w.work(w.member(), (work) => addPerson(work, { name, email, password: goodPassword, pointer: '#' }))

  return {
    ...w,
    access,
    app,
    /** From here on requests come from another address. */
    move: () => {
      place += 1
    },
    /** Asks at a door below /api/auth, as a browser would. */
    knock: (path: string, body: unknown = {}, asking: Asking = {}) => send('POST', `/api/auth${path}`, body, asking),
    look: (path: string, asking: Asking = {}) => send('GET', `/api/auth${path}`, undefined, asking),
    /** Asks the API with a real cookie or key. */
    call: <E extends Endpoint>(endpoint: E, input: Record<string, unknown>, asking: Asking) => {
      const { url, rest } = addressOf(endpoint, input)
      const query = endpoint.method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>)}` : ''
      return send(endpoint.method, `/api/v1${url}${query}`, rest, asking)
    },
    answered: <E extends Endpoint>(endpoint: E, said: Said): z.output<E['output']> => {
      if (said.status !== 200) throw new Error(`${endpoint.name} answered ${said.status}: ${said.text}`)
      return endpoint.output.decode(said.body) as z.output<E['output']>
    },
    person,
    /** A member with a sign-in of their own. */
    realMember: async (name: string, email: string, ...roles: Role[]) => {
      const made = await person(name, email)
      await w.work(w.member(), (work) => addMember(work, { person: made, roles, departmentIds: null }))
      return made
    },
    join: (organizationId: OrganizationId, made: Awaited<ReturnType<typeof person>>, ...roles: Role[]) =>
      w.work(w.memberOf(organizationId), (work) => addMember(work, { person: made, roles, departmentIds: null })),
    /** The cookie of a session that began just now. */
    cookieOf: (personId: PersonId) => w.work(w.member(), (work) => startSession(work, personId)),
    /** The token in the mail that follows from the last event of this name. */
    mailedToken: async (purpose: LinkPurpose, event: string): Promise<string> => {
      const facts = (await w.journal()).filter(({ name }) => name === event)
      const { linkId } = facts.at(-1)?.data ?? {}
      if (!linkId) throw new Error(`Nothing was mailed for ${event}.`)
      return linkAddress(w.runtime.outside, { purpose, organizationId: w.northwind, linkId }).split('#')[1] ?? ''
    },
    close: async () => {
      await access.close()
      await w.close()
    },
  }
}

export type AccessWorld = Awaited<ReturnType<typeof createAccessWorld>>

/** The cookies of a response as the next request sends them. */
export const cookiesFrom = (...saids: readonly Pick<Said, 'cookies'>[]): string => {
  const jar = new Map<string, string>()
  for (const { cookies } of saids)
    for (const cookie of cookies) {
      const pair = cookie.split(';')[0] ?? ''
      const name = pair.slice(0, pair.indexOf('='))
      if (/Max-Age=0\b/i.test(cookie)) jar.delete(name)
      else jar.set(name, pair)
    }
  return [...jar.values()].join('; ')
}

/** Asks again until the answer fits, for at most a second: what changes elsewhere takes hold within one. */
export const withinASecond = async <Value>(
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
): Promise<Value> => {
  const until = performance.now() + 1_000
  for (;;) {
    const value = await ask()
    if (fits(value) || performance.now() > until) return value
  }
}

const addressOf = ({ path }: Endpoint, input: Record<string, unknown>) => {
  const rest = { ...input }
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { url, rest }
}

export type { World }

/** One of each thing of `access` that an endpoint can be about, for tests that walk all endpoints. */
export const accessObjects = async (w: World) => {
  const person = await w.work(w.member(), (work) =>
    addPerson(work, {
      name: 'Omar Haddad',
      email: 'omar@northwind.example',
      password: goodPassword,
      pointer: '#',
    }),
  )
  await w.work(w.member(), (work) => addMember(work, { person, roles: ['admin'], departmentIds: null }))
  const admin = { ...w.member('owner', 'admin'), personId: person.id }
  const { items } = await w.done(listMembers, admin, { limit: 200 })
  const scopes = ['access.list-members']
  const { key } = await w.done(createKey, admin, { name: 'Ledger export', scopes, expiresInDays: 30 })
  await w.work(admin, (work) => startSession(work, person.id))
  const sessions = await w.done(mySessions, admin, {})
  return {
    memberId: items.find(({ personId }) => personId === person.id)?.id ?? '',
    keyId: key.id,
    sessionId: sessions.items[0]?.id ?? '',
  }
}

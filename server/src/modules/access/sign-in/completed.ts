import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { id } from '#kernel/ids.ts'
import { deleteSession } from '#modules/access/people/store.ts'
import type { House, Reply, Visit } from './door.ts'
import { deviceCookie } from './known-device.ts'

const DeviceId = id('DeviceId')

/**
 * Somebody has come in. The session this browser had before ends, the browser is remembered as one of theirs, and the
 * body says who they are; the token stays in the cookie, where no script can read it.
 */
export const completed = async (house: House, visit: Visit, { json, cookies }: Reply): Promise<Reply> => {
  const { runtime, cache, secret } = house
  const { baseUrl, newId } = runtime.outside
  if (visit.signedIn) {
    const { id: sessionId, personId } = visit.signedIn.session
    await transaction(runtime.db, machine(noOrganizationId), (tx) => deleteSession(tx, personId, sessionId))
    cache.forget(personId)
  }
  const user = userIn(json)
  const device = deviceCookie(baseUrl, secret, { id: newId(DeviceId), email: user.email })
  return { json: { user }, cookies: [...cookies, device] }
}

/** After a password or a link: whoever has a second factor is asked for it, everybody else has come in. */
export const firstStep = async (house: House, visit: Visit, reply: Reply): Promise<Reply> =>
  reply.json.twoFactorRedirect === true
    ? { ...reply, json: { twoFactorRedirect: true } }
    : completed(house, visit, reply)

type User = Readonly<{ id: string; name: string; email: string }>

export const userIn = ({ user }: Reply['json']): User => {
  if (!isUser(user)) throw new Error('better-auth let somebody in without saying whom.')
  return { id: user.id, name: user.name, email: user.email }
}

const isUser = (user: unknown): user is User =>
  user !== null && typeof user === 'object' && 'id' in user && 'email' in user && 'name' in user

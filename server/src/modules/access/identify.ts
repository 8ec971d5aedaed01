import type { Actor } from '#kernel/actor.ts'
import { type Identify, noOrganizationId } from '#kernel/http/mount.ts'
import type { PersonId } from '#kernel/ids.ts'
import { notFound } from '#kernel/problem.ts'
import type { Outside } from '#kernel/runtime.ts'
import { isUsable } from './keys/key.ts'
import { isKey, keyOf } from './keys/key-token.ts'
import { standingAt } from './members/standing.ts'
import type { Place } from './people/store.ts'
import type { SessionCache, SignedIn } from './session-cache.ts'
import { cookieIn, createUnsigned, sessionCookieName, signInSecret } from './sign-in/session-cookie.ts'

/** Names the organization a session acts in. A key belongs to one and needs no header. */
export const organizationHeader = 'muster-organization'

/** Who is asking: the holder of a key, or the person behind the session cookie. Undefined for a stranger. */
export const createIdentify = (cache: SessionCache, outside: Pick<Outside, 'baseUrl' | 'secrets'>): Identify => {
  const cookieName = sessionCookieName(outside.baseUrl)
  const unsigned = createUnsigned(signInSecret(outside.secrets))

  return async (headers, now) => {
    const bearer = headers.get('authorization')
    if (bearer !== null) return keyActor(cache, { bearer, slug: headers.get(organizationHeader), now })
    const cookie = cookieIn(headers, cookieName)
    const token = cookie && unsigned(cookie)
    const signedIn = token ? await cache.signedIn(token, now) : undefined
    return signedIn && actorOf(signedIn, now, placeOf(signedIn.places, headers))
  }
}

/** Somebody signed in who names no organization is known, but may do nothing in any. */
export const actorOf = ({ session }: SignedIn, now: Date, place?: Place): Actor => ({
  ...actorAt(place, session.personId, now),
  via: 'session',
  confirmedAt: session.createdAt,
})

/** The organization named, if the person belongs to it; otherwise the same answer as for one that does not exist. */
const placeOf = (places: readonly Place[], headers: Headers): Place | undefined => {
  const slug = headers.get(organizationHeader)
  if (slug === null) return undefined
  const place = places.find((known) => known.slug === slug)
  if (!place) throw notFound()
  return place
}

const actorAt = (place: Place | undefined, personId: PersonId, now: Date): Omit<Actor, 'via'> => ({
  organizationId: place?.organizationId ?? noOrganizationId,
  personId,
  roles: place?.roles ?? [],
  departmentIds: place?.departmentIds ?? [],
  ...(place && place.modulesOff.length > 0 ? { modulesOff: place.modulesOff } : {}),
  ...(place?.contractorId ? { contractorId: place.contractorId } : {}),
  ...(place?.standing ? { standing: standingAt(place.standing, now) } : {}),
})

type Bearer = Readonly<{ bearer: string; slug: string | null; now: Date }>

const keyActor = async (cache: SessionCache, { bearer, slug, now }: Bearer): Promise<Actor | undefined> => {
  const token = /^Bearer (\S+)$/i.exec(bearer)?.[1] ?? ''
  const name = keyOf(token)
  const holder = name && (await cache.keyHolder(name, now))
  if (!holder?.place || !isKey(token, holder.key.hash) || !isUsable(holder.key, now)) return undefined
  if (slug !== null && slug !== holder.place.slug) throw notFound()
  const { contractorId: _, standing: __, ...actor } = actorAt(holder.place, holder.key.ownerId, now)
  return {
    ...actor,
    roles: actor.roles.filter((role) => role !== 'contractor'),
    via: 'key',
    scopes: holder.key.scopes,
  }
}

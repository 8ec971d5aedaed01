import type pg from 'pg'
import { machine } from '#kernel/actor.ts'
import { type Entry, type Tx, transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { everybody, hearAccessNotices } from './access-notices.ts'
import type { Key } from './keys/key.ts'
import type { KeyName } from './keys/key-token.ts'
import { keyFor, markUsed } from './keys/store.ts'
import { createMemory } from './memory.ts'
import { isAlive, isSeenLongAgo, limitsFor } from './people/session.ts'
import { markSeen, type Place, placesOf, type Session, sessionOfToken } from './people/store.ts'

export type SignedIn = Readonly<{ session: Session; places: readonly Place[] }>
export type KeyHolder = Readonly<{ key: Key; place: Place | undefined }>

export type SessionCache = Readonly<{
  /** The living session behind a token. Being asked for is a sign of life. */
  signedIn: (token: string, now: Date) => Promise<SignedIn | undefined>
  keyHolder: (name: KeyName, now: Date) => Promise<KeyHolder | undefined>
  /** Forgets what is known of a person whom this process itself has just changed. */
  forget: (personId: string) => void
  /** Resolves when changes made anywhere are heard. */
  started: Promise<void>
  close: () => Promise<void>
}>

const hourMs = 3_600_000

/**
 * Sessions, roles and keys in the memory of this process, so that a signed-in request costs no SQL for them. A commit
 * that ends or changes one is told to every process by a trigger and forgotten here within milliseconds. While the
 * connection that would tell is down, nothing is kept at all.
 */
export const createSessionCache = (runtime: Runtime, listenWith: pg.ClientConfig): SessionCache => {
  let hearing = false
  const sessions = createMemory<SignedIn>(() => hearing)
  const keys = createMemory<KeyHolder>(() => hearing)
  const forget = (personId: string): void => {
    sessions.forget(personId)
    keys.forget(personId)
  }
  const forgetAll = (): void => {
    sessions.forgetAll()
    keys.forgetAll()
  }
  const hear = (now: boolean) => (): void => {
    hearing = now
    forgetAll()
  }
  const onNotice = (who: string): void => (who === everybody ? forgetAll() : forget(who))
  const notices = hearAccessNotices(listenWith, { onNotice, onDeaf: hear(false), onHearing: hear(true) })

  const seen = (known: SignedIn, now: Date): SignedIn => {
    const { id, token, personId } = known.session
    if (!isSeenLongAgo(known.session, now)) return known
    const next = { ...known, session: { ...known.session, lastSeenAt: now } }
    sessions.renew(token, next)
    note(runtime, { organizationId: noOrganizationId, personId }, (tx) => markSeen(tx, id, now))
    return next
  }

  return {
    forget,
    started: notices.started,
    close: notices.close,
    signedIn: async (token, now) => {
      const load = () => loadSignedIn(runtime, token)
      const known = await sessions.look(token, load)
      if (!known || isLiving(known, now)) return known && seen(known, now)
      // Another process may have seen this session since: only the database knows that it has really ended.
      sessions.drop(token)
      const fresh = await sessions.look(token, load)
      return fresh && isLiving(fresh, now) ? seen(fresh, now) : undefined
    },
    keyHolder: async (name, now) => {
      const holder = await keys.look(name.keyId, () => loadKeyHolder(runtime, name))
      if (!holder) return undefined
      const { key } = holder
      if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= hourMs) {
        keys.renew(name.keyId, { ...holder, key: { ...key, lastUsedAt: now } })
        const inside = { organizationId: name.organizationId, personId: key.ownerId }
        note(runtime, inside, (tx) => markUsed(tx, key.id, now))
      }
      return holder
    },
  }
}

const isLiving = ({ session, places }: SignedIn, now: Date): boolean => isAlive(session, limitsFor(places), now)

const loadSignedIn = (runtime: Runtime, token: string) =>
  transaction(runtime.db, { ...machine(noOrganizationId), readOnly: true }, async (tx) => {
    const session = await sessionOfToken(tx, token)
    if (!session) return undefined
    const { personId } = session
    return { personId, value: { session, places: await placesOf(tx, personId) } }
  })

const loadKeyHolder = (runtime: Runtime, { organizationId, keyId }: KeyName) =>
  transaction(runtime.db, { ...machine(organizationId), readOnly: true }, async (tx) => {
    const key = await keyFor(tx, keyId)
    if (!key) return undefined
    const places = await placesOf(tx, key.ownerId)
    const place = places.find((known) => known.organizationId === organizationId && known.isMember)
    return { personId: key.ownerId, value: { key, place } }
  })

/** A sign of life is no reason to keep anybody waiting, nor to fail their request. */
const note = (runtime: Runtime, entry: Entry, write: (tx: Tx) => Promise<void>): void => {
  transaction(runtime.db, entry, write).catch((error: unknown) =>
    runtime.log.warn({ err: error }, 'a sign of life was not written down'),
  )
}

import type { Actor } from '#kernel/actor.ts'
import type { SessionView } from '#modules/access/contract.ts'
import type { Place, Session } from './store.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export type SessionLimits = Readonly<{ idleMs: number; absoluteMs: number }>

/** Staff: half an hour without a sign of life, and never past a working day (ASVS 7.3). */
export const staffLimits: SessionLimits = { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs }
/**
 * Contractors see only their own; they look in once a week, on a phone, and confirm again before money is touched.
 */
export const portalLimits: SessionLimits = { idleMs: 14 * dayMs, absoluteMs: 30 * dayMs }

/** Whoever is a member anywhere is staff everywhere: a session is one, whatever it is used for. */
export const limitsFor = (places: readonly Pick<Place, 'isMember'>[]): SessionLimits =>
  places.some(({ isMember }) => isMember) ? staffLimits : portalLimits

type Times = Pick<Session, 'createdAt' | 'lastSeenAt' | 'expiresAt'>

export const isAlive = ({ createdAt, lastSeenAt, expiresAt }: Times, limits: SessionLimits, now: Date): boolean => {
  const time = now.getTime()
  return (
    time < expiresAt.getTime() &&
    time - createdAt.getTime() < limits.absoluteMs &&
    time - lastSeenAt.getTime() < limits.idleMs
  )
}

/** A sign of life is written down at most once a minute, so that a signed-in request costs no write. */
export const isSeenLongAgo = ({ lastSeenAt }: Times, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= minuteMs

/** A session is as old as its last proof, which is what the actor knows of theirs. */
export const isThisSession = ({ createdAt }: Times, { confirmedAt }: Pick<Actor, 'confirmedAt'>): boolean =>
  createdAt.getTime() === confirmedAt?.getTime()

export const viewOf = (session: Session, current: boolean): SessionView => ({
  id: session.id,
  current,
  address: session.address,
  userAgent: session.userAgent,
  signedInAt: session.createdAt.toISOString(),
  lastSeenAt: session.lastSeenAt.toISOString(),
})

import type { PersonId } from '#kernel/ids.ts'
import type { Sealed } from '#kernel/secrets.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { PayoutMethodRow, PayoutMethodStatus } from './contract.ts'
import { ownPayoutMethod, payoutMethodCannotMove } from './problems.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const payoutMethodTransitions: Transitions<PayoutMethodStatus> = {
  requested: ['pending_verification', 'cancelled'],
  pending_verification: ['verified', 'rejected', 'cancelled', 'expired'],
  verified: ['cooling_off', 'active'],
  cooling_off: ['active', 'cancelled', 'rejected'],
  active: ['superseded'],
  superseded: [],
  rejected: [],
  cancelled: [],
  expired: [],
}

/**
 * Hours for which a changed account waits after a second person confirmed it: long enough for the notice to the old
 * contact to be read over a weekend. Nacha asks every originator for such a process since 2026-06-19.
 */
export const holdHours = 72

export type PayoutMethod = Readonly<PayoutMethodRow & { sealed: Sealed; departmentId: string | null; movedAt: Date }>

/** Waits for somebody, so that nothing is paid to the payee meanwhile. */
export const isUnderWay = ({ status }: Pick<PayoutMethod, 'status'>): boolean =>
  ['requested', 'pending_verification', 'verified', 'cooling_off'].includes(status)

const step = (method: PayoutMethod, to: PayoutMethodStatus, now: Date): PayoutMethod => {
  if (mayFollow(payoutMethodTransitions, method.status, to)) return { ...method, status: to, movedAt: now }
  throw payoutMethodCannotMove({ from: method.status, to })
}

type Check = Readonly<{ by: PersonId; how: string; now: Date }>

/** A second pair of eyes. The first account of a payee replaces nothing, so nothing needs to be held. */
export const verify = (method: PayoutMethod, { by, how, now }: Check): PayoutMethod => {
  if (method.requestedBy === by) throw ownPayoutMethod()
  return { ...step(method, 'verified', now), verifiedBy: by, verifiedAt: now, verifiedHow: how }
}

/**
 * Once more, while it is paid to: after a payment came back from a bank that had only blocked the account for a while.
 * The account stays in use; the later date says that it was looked at since.
 */
export const verifyAgain = (method: PayoutMethod, { by, how, now }: Check): PayoutMethod => {
  if (method.status !== 'active') throw payoutMethodCannotMove({ from: method.status, to: 'active' })
  if (method.requestedBy === by) throw ownPayoutMethod()
  return { ...method, verifiedBy: by, verifiedAt: now, verifiedHow: how }
}

/** `holdUntil` is by the database's clock. */
export const hold = (method: PayoutMethod, holdUntil: Date, now: Date): PayoutMethod => ({
  ...step(method, 'cooling_off', now),
  holdUntil,
})

export const activate = (method: PayoutMethod, now: Date): PayoutMethod => step(method, 'active', now)
export const supersede = (method: PayoutMethod, now: Date): PayoutMethod => step(method, 'superseded', now)
export const cancel = (method: PayoutMethod, now: Date): PayoutMethod => step(method, 'cancelled', now)
export const reject = (method: PayoutMethod, reason: string, now: Date): PayoutMethod => ({
  ...step(method, 'rejected', now),
  reason,
})

import { type Actor, may, mayIn } from '#kernel/actor.ts'
import type { PayeeView, PayoutMethodRow, StaffPayoutMethodRow } from './contract.ts'
import { keepOwnPayee, readPayees, revealPayouts, verifyPayouts } from './permissions.ts'

type Filed = Readonly<{ departmentId: string | null }>

export const mayReadPayee = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, readPayees, departmentId)
export const mayVerify = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, verifyPayouts, departmentId)
export const mayReveal = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, revealPayouts, departmentId)
/** A contractor keeps their own payee, signed in as a person: no key and no link changes where money goes. */
export const isOwnPayee = (actor: Actor): boolean => may(actor, keepOwnPayee) && actor.contractorId !== undefined

export const staffViewOf = (payee: PayeeView, actor: Actor) => ({
  ...payee,
  can: { verify: mayVerify(actor, payee), reveal: mayReveal(actor, payee) },
})

/** A row of the queue. Whoever named an account never confirms it. */
export const staffRowOf = (row: PayoutMethodRow & Filed, actor: Actor): StaffPayoutMethodRow => {
  const { departmentId, ...method } = row
  const isWaiting = method.status === 'requested' || method.status === 'pending_verification'
  const isAnother = method.requestedBy !== actor.personId
  return { ...method, can: { verify: isWaiting && isAnother && mayVerify(actor, { departmentId }) } }
}

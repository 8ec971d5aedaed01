import { z } from 'zod'
import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { unauthenticated } from '#kernel/problem.ts'
import type { signInChanges } from '#modules/access/events.ts'
import { type Person, personFor } from '#modules/access/people/store.ts'
import type { SignedIn } from '#modules/access/session-cache.ts'
import type { House, Visit } from './door.ts'
import { recordSignInChange } from './record-sign-in-change.ts'

/** Any length: what counts is whether it is theirs. */
export const CurrentPassword = z.string().min(1, 'Write your password.').max(200)

export const sessionAt = ({ signedIn }: Visit): SignedIn => {
  if (!signedIn) throw unauthenticated()
  return signedIn
}

export const personAt = async ({ runtime }: House, visit: Visit): Promise<Person> => {
  const { personId } = sessionAt(visit).session
  const entry = { ...machine(noOrganizationId), readOnly: true as const }
  const person = await transaction(runtime.db, entry, (tx) => personFor(tx, personId))
  if (!person) throw unauthenticated()
  return person
}

/** Somebody signed in proves again that it is them; wrong tries are counted against them. */
export const provenBySelf = <Proof>({ guesses }: House, visit: Visit, prove: () => Promise<Proof>): Promise<Proof> =>
  guesses.guess([{ budget: 'self', who: sessionAt(visit).session.personId }], prove)

/** Every organization the person belongs to gets to know, and the person by mail, in case it was somebody else. */
export const tellOfChange = async (
  house: House,
  visit: Visit,
  change: (typeof signInChanges)[number],
): Promise<void> => {
  const { session, places } = sessionAt(visit)
  const { name } = await personAt(house, visit)
  house.cache.forget(session.personId)
  for (const { organizationId } of places)
    await recordSignInChange(house.runtime, {
      organizationId,
      personId: session.personId,
      name,
      change,
      sessionId: session.id,
    })
}

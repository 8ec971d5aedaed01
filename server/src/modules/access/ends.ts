import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { PersonId } from '#kernel/ids.ts'
import type { MemberId, SessionId } from './contract.ts'
import { keyRevoked } from './events.ts'
import { scopesFor } from './keys/key.ts'
import { lockLivingKeysOf, saveRevoked } from './keys/store.ts'
import { endLinksKnownTo } from './links/store.ts'
import type { Member } from './members/member.ts'
import { deleteOtherSessions, deleteSessionsOf, deleteVerificationsOf } from './people/store.ts'

type Ground = Pick<Work, 'tx' | 'now'>

/**
 * The one list of what lets somebody in or acts for them: sessions, keys, links, and with the session the tickets to
 * protected files. An end is an act: what it closed is not revived by letting the same person in again. What is under
 * way (an export, a file on its way) asks for the actor at every piece, and finds none.
 */
export const endMembership = async (
  work: Ground,
  { id, personId }: Readonly<{ id: MemberId; personId: string | null }>,
): Promise<readonly DomainEvent[]> => {
  if (personId === null) return []
  const person = PersonId.parse(personId)
  const events = await endKeys(work, person, () => true)
  await endLinksKnownTo(work.tx, { subjectIds: [person, id], personId: person, now: work.now })
  await endSignIn(work, person)
  return events
}

/** A key is a copy of what its owner could do. What they may do no more, none of their keys does again later. */
export const endKeysBeyond = (
  work: Ground,
  personId: PersonId,
  roles: Member['roles'],
): Promise<readonly DomainEvent[]> => {
  const allowed = scopesFor(roles)
  return endKeys(work, personId, (scopes) => scopes.some((scope) => !allowed.includes(scope)))
}

/**
 * A session that was made in the moment of the change is the one that the change itself gave out. Keys stay: each was
 * made after a proof of its own, and a payroll that stops without a word is the greater harm.
 */
const madeByTheChangeMs = 5_000

export const endOtherWaysIn = async (work: Ground, personId: PersonId, kept: SessionId): Promise<void> => {
  const { tx, now } = work
  await endLinksKnownTo(tx, { subjectIds: [personId], personId, now })
  await deleteVerificationsOf(tx, personId)
  await deleteOtherSessions(tx, { personId, kept, before: new Date(now.getTime() - madeByTheChangeMs) })
}

/** A new password by mail, the operator's help, a contractor archived or banned: whoever had got in before is out. */
export const endAllWaysIn = async (work: Ground, personId: PersonId): Promise<void> => {
  await endLinksKnownTo(work.tx, { subjectIds: [personId], personId, now: work.now })
  await endSignIn(work, personId)
}

const endSignIn = async ({ tx }: Ground, personId: PersonId): Promise<void> => {
  await deleteVerificationsOf(tx, personId)
  await deleteSessionsOf(tx, personId)
}

const endKeys = async (
  { tx, now }: Ground,
  personId: PersonId,
  isOver: (scopes: readonly string[]) => boolean,
): Promise<readonly DomainEvent[]> => {
  const over = (await lockLivingKeysOf(tx, personId)).filter(({ scopes }) => isOver(scopes))
  for (const { id } of over) await saveRevoked(tx, id, now)
  return over.map(({ id, name }) => keyRevoked({ keyId: id, name }))
}

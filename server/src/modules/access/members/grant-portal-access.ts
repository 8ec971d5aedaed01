import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { PersonId } from '#kernel/ids.ts'
import { portalAccessGranted } from '#modules/access/events.ts'
import { alreadyPortalUser } from '#modules/access/problems.ts'
import { personForLink } from './accept-invitation.ts'
import { insertPortalAccess } from './store.ts'

type Grant = Readonly<{ contractorId: string; name: string; email: string; password?: string | undefined }>

/**
 * Lets a person in as this contractor: called by whoever accepted the contractor's invitation, whose link proved the
 * e-mail address. A password is for somebody new; it is refused for somebody who signs in here already.
 */
export const grantPortalAccess = async (
  work: Work,
  { contractorId, name, email, password }: Grant,
): Promise<Readonly<{ personId: PersonId; event: DomainEvent }>> => {
  const person = await personForLink(work, { name, email, password })
  const granted = await insertPortalAccess(work.tx, { contractorId, personId: person.id, grantedAt: work.now })
  if (!granted) throw alreadyPortalUser()
  return {
    personId: person.id,
    event: portalAccessGranted({ contractorId, portalPersonId: person.id, name: person.name }),
  }
}

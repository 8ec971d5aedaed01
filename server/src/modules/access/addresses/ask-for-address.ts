import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { addressChangeAsked } from '#modules/access/events.ts'
import { makeLink } from '#modules/access/links/make-link.ts'
import type { Person } from '#modules/access/people/store.ts'
import { AddressChangeId } from './contract.ts'
import { sameAddress, tooManyAddressChanges } from './problems.ts'
import { countAskedSince, endWaitingChange, holdPerson, insertChange } from './store.ts'

const dayMs = 86_400_000
/** Each of them sends a mail to an address that anybody may have written. */
const mostADay = 5

type Wish = Readonly<{ person: Person; email: string; contractorId: string | null }>

/**
 * Somebody is to sign in with another address: the person says so, or the company that has it on file. Nothing changes
 * yet, whoever asked. The new address gets a link, the old one is told; the link works only for the person, signed in,
 * so that writing an address into a form is no way into anybody's account.
 */
export const askForAddress = async (work: Work, { person, email, contractorId }: Wish): Promise<DomainEvent> => {
  const { tx, actor, now, newId } = work
  if (email === person.email) throw sameAddress({ errors: [{ pointer: '#/email', detail: 'Write another one.' }] })
  await holdPerson(tx, person.id)
  if ((await countAskedSince(tx, person.id, new Date(now.getTime() - dayMs))) >= mostADay)
    throw tooManyAddressChanges({ retryAfterSeconds: dayMs / 1_000 })
  await endWaitingChange(tx, person.id, now)
  const id = newId(AddressChangeId)
  const { linkId, expiresAt } = await makeLink(work, 'address-change', id)
  await insertChange(tx, {
    id,
    personId: person.id,
    email,
    previousEmail: person.email,
    askedBy: actor.personId,
    askedAt: now,
    expiresAt,
  })
  return addressChangeAsked({ changeId: id, forPersonId: person.id, contractorId, linkId })
}

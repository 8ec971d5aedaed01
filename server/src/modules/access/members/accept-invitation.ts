import { publicCommand, type Work } from '#kernel/command.ts'
import * as contract from '#modules/access/contract.ts'
import { memberJoined } from '#modules/access/events.ts'
import { enterByLink, linkBehind } from '#modules/access/links/enter-by-link.ts'
import { useLink } from '#modules/access/links/store.ts'
import { addPerson } from '#modules/access/people/add-person.ts'
import { type Person, personOfEmail } from '#modules/access/people/store.ts'
import { passwordMissing, signInExists } from '#modules/access/problems.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { joined } from './member.ts'
import { lockMemberAsIs, saveMember } from './store.ts'

const purpose = 'member-invitation'

export const acceptInvitation = publicCommand({ ...contract.acceptInvitation, public: true })({
  enter: enterByLink(purpose),
  run: async (work, { token, name, password }) => {
    const { tx, now, secrets } = work
    const { linkId } = linkBehind({ secrets }, purpose, token)
    const memberId = contract.MemberId.parse(await useLink(tx, { linkId, purpose, now }))
    const member = await lockMemberAsIs(tx, memberId)
    const person = await personForLink(work, { name, email: member.email, password })
    await saveMember(tx, joined(member, person.id, person.name))
    const { slug } = await organizationOf(tx)
    return {
      result: { slug, email: person.email },
      events: [memberJoined({ memberId, name: person.name, joinedPersonId: person.id })],
    }
  },
})

type Invited = Readonly<{ name: string; email: string; password: string | undefined }>

/**
 * Whoever holds the link reads that mailbox. Somebody new chooses a password; somebody who signs in here already
 * keeps theirs: a link never changes an existing sign-in, or an invitation would be a way to take over an account.
 */
export const personForLink = async (work: Work, { name, email, password }: Invited): Promise<Person> => {
  const known = await personOfEmail(work.tx, email)
  if (known && password !== undefined)
    throw signInExists({ errors: [{ pointer: '#/password', detail: 'Leave this out and sign in as usual.' }] })
  if (known) return known
  if (password === undefined)
    throw passwordMissing({ errors: [{ pointer: '#/password', detail: 'Choose a password.' }] })
  return addPerson(work, { name, email, password, pointer: '#/password' })
}

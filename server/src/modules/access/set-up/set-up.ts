import { publicCommand, type Work } from '#kernel/command.ts'
import { OrganizationId } from '#kernel/ids.ts'
import * as contract from '#modules/access/contract.ts'
import { addMember } from '#modules/access/members/add-member.ts'
import { addPerson, isPassword } from '#modules/access/people/add-person.ts'
import { type Person, passwordHashOf, personOfEmail } from '#modules/access/people/store.ts'
import { wrongProof } from '#modules/access/problems.ts'
import { createOrganization } from '#modules/organizations/index.ts'
import { useSetUpLink } from './store.ts'

export const setUp = publicCommand({ ...contract.setUp, public: true })({
  enter: ({ newId }) => newId(OrganizationId),
  run: async (work, { token, organization, owner }) => {
    await useSetUpLink(work.tx, token, work.now)
    const created = await createOrganization(work, organization)
    const person = await firstOwner(work, owner)
    const joined = await addMember(work, { person, roles: ['owner'], departmentIds: null })
    return { result: { slug: organization.slug, email: person.email }, events: [created, joined] }
  },
})

type Owner = Readonly<{ name: string; email: string; password: string }>

/** Whoever sets up a second organization uses the sign-in they have, and proves that it is theirs. */
const firstOwner = async (work: Work, { name, email, password }: Owner): Promise<Person> => {
  const known = await personOfEmail(work.tx, email)
  if (!known) return addPerson(work, { name, email, password, pointer: '#/owner/password' })
  if (await isPassword(password, await passwordHashOf(work.tx, known.id))) return known
  throw wrongProof({
    errors: [{ pointer: '#/owner/password', detail: 'Use the password you already sign in with here.' }],
  })
}

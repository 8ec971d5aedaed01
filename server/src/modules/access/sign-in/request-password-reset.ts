import { z } from 'zod'
import { machine, machinePersonId } from '#kernel/actor.ts'
import { publicCommand } from '#kernel/command.ts'
import { transaction } from '#kernel/db.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { passwordResetRequested } from '#modules/access/events.ts'
import { makeLink } from '#modules/access/links/make-link.ts'
import { type Person, type Place, personOfEmail, placesOf } from '#modules/access/people/store.ts'

const Asked = z.strictObject({ organizationId: OrganizationId, personId: PersonId, name: z.string() })

/** Not mounted: the gate runs it, once it knows whose address was given. */
const makeReset = publicCommand({
  ...endpoint({
    name: 'access.request-password-reset',
    method: 'POST',
    path: '/',
    summary: 'Send somebody a link to choose a new password',
    input: Asked,
    output: z.object({}),
  }),
  public: true,
})({
  enter: (_, { organizationId }) => organizationId,
  run: async (work, { personId, name }) => {
    const { linkId } = await makeLink(work, 'password-reset', personId)
    return { result: {}, events: [passwordResetRequested({ forPersonId: personId, name, linkId })] }
  },
})

/** Nothing for an address nobody has, and nothing for somebody who belongs nowhere any more. */
export const requestPasswordReset = async (runtime: Runtime, email: string): Promise<void> => {
  const found = await personWithPlace(runtime, email)
  if (!found) return
  const { organizationId } = found.place
  const input = { organizationId, personId: found.person.id, name: found.person.name }
  await makeReset.execute(runtime, { actor: strangerIn(organizationId), now: runtime.outside.now(), input })
}

/** The mail goes out in the words and colours of one of their organizations: the first by name. */
export const personWithPlace = (
  { db }: Runtime,
  email: string,
): Promise<Readonly<{ person: Person; place: Place }> | undefined> =>
  transaction(db, { ...machine(noOrganizationId), readOnly: true }, async (tx) => {
    const person = await personOfEmail(tx, email)
    const [place] = person ? await placesOf(tx, person.id) : []
    return person && place ? { person, place } : undefined
  })

export const strangerIn = (organizationId: OrganizationId) =>
  ({ organizationId, personId: machinePersonId, roles: [], departmentIds: [], via: 'link' }) as const

import { publicCommand } from '#kernel/command.ts'
import { PersonId } from '#kernel/ids.ts'
import * as contract from '#modules/access/contract.ts'
import { endAllWaysIn } from '#modules/access/ends.ts'
import { passwordReset } from '#modules/access/events.ts'
import { enterByLink, linkBehind } from '#modules/access/links/enter-by-link.ts'
import { useLink } from '#modules/access/links/store.ts'
import { linkEnded } from '#modules/access/problems.ts'
import { hashOf } from './add-person.ts'
import { refuseWeakPassword } from './password.ts'
import { personFor, savePassword } from './store.ts'

const purpose = 'password-reset'

/** Signs nobody in: whoever has a second factor still needs it. Ends every session, in case one was stolen. */
export const resetPassword = publicCommand({ ...contract.resetPassword, public: true })({
  enter: enterByLink(purpose),
  run: async (work, { token, password }) => {
    const { tx, now, secrets } = work
    const { linkId } = linkBehind({ secrets }, purpose, token)
    const personId = PersonId.parse(await useLink(tx, { linkId, purpose, now }))
    const person = await personFor(tx, personId)
    if (!person) throw linkEnded()
    refuseWeakPassword(password, [person.name, person.email], '#/password')
    await savePassword(tx, { personId, passwordHash: await hashOf(password), now })
    await endAllWaysIn(work, personId)
    return {
      result: { email: person.email },
      events: [passwordReset({ forPersonId: personId, name: person.name })],
    }
  },
})

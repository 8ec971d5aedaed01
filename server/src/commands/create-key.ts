import { type Actor, machine } from '#kernel/actor.ts'
import { CannotStart } from '#kernel/cannot-start.ts'
import { workOf } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { transaction } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { writeJournal } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { activeMember, makeKey, scopesFor } from '#modules/access/index.ts'
import { organizationNamed } from './organizations.ts'
import { withRuntime } from './with-runtime.ts'

type Wish = Readonly<{ organization?: string | undefined; email?: string | undefined; name?: string | undefined }>

const expiresInDays = 90

/** Makes an API key in the name of a member, with everything their roles allow a key to do. Prints it once. */
export const createKey = (config: Config, wish: Wish): Promise<number> =>
  withRuntime(config, async (runtime) => {
    process.stdout.write(`${await keyFor(runtime, wish)}\n`)
    return 0
  })

/** The token of a new key; without an e-mail address it is the first owner's. */
export const keyFor = async (
  runtime: Runtime,
  { organization, email, name = 'command line' }: Wish,
): Promise<string> => {
  const { outside, reactions, db } = runtime
  const { organizationId } = await organizationNamed(runtime, organization)
  const now = outside.now()
  return transaction(db, machine(organizationId), async (tx) => {
    const member = await activeMember(tx, email)
    if (!member?.personId) throw new CannotStart('Say whose key it is: --email with the address of an active member.')
    const { roles } = member
    const personId = PersonId.parse(member.personId)
    const actor: Actor = { organizationId, personId, roles, departmentIds: 'all', via: 'job' }
    const work = workOf(runtime, tx, { actor, now })
    const { token, event } = await makeKey(work, { name, scopes: scopesFor(roles), expiresInDays })
    const { newId } = outside
    await writeJournal(tx, { newId, reactions }, { actor, command: 'muster key create', now, events: [event] })
    return token
  })
}

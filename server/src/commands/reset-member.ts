import { machine } from '#kernel/actor.ts'
import { CannotStart } from '#kernel/cannot-start.ts'
import { workOf } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { transaction } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { writeJournal } from '#kernel/journal.ts'
import { activeMember, personFor, resetMember } from '#modules/access/index.ts'
import { organizationNamed } from './organizations.ts'
import { withRuntime } from './with-runtime.ts'

type Wish = Readonly<{ organization?: string | undefined; email?: string | undefined }>

/** Lets a member who lost password and second factor in again: signs them out and prints a link for a new password. */
export const resetMemberOf = (config: Config, { organization, email }: Wish): Promise<number> =>
  withRuntime(config, async (runtime) => {
    if (!email) throw new CannotStart('Say whose: muster member reset --email dana@example.com.')
    const { organizationId } = await organizationNamed(runtime, organization)
    const { outside, reactions, db } = runtime
    const now = outside.now()
    const actor = machine(organizationId)
    const address = await transaction(db, actor, async (tx) => {
      const member = await activeMember(tx, email)
      const person = member?.personId ? await personFor(tx, PersonId.parse(member.personId)) : undefined
      if (!person) throw new CannotStart(`There is no active member with the address ${email}.`)
      const reset = await resetMember(workOf(runtime, tx, { actor, now }), person)
      const { newId } = outside
      const entry = { actor, command: 'muster member reset', now, events: reset.events }
      await writeJournal(tx, { newId, reactions }, entry)
      return reset.address
    })
    process.stdout.write(`Give this link to them, and to nobody else. It works once, for an hour:\n${address}\n`)
    return 0
  })

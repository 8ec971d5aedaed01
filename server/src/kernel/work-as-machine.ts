import { machine } from './actor.ts'
import { type Work, workOf } from './command.ts'
import { transaction } from './db.ts'
import type { DomainEvent } from './event.ts'
import type { OrganizationId } from './ids.ts'
import { writeJournal } from './journal.ts'
import type { Runtime } from './runtime.ts'

type Task = Readonly<{ organizationId: OrganizationId; name: string }>

/** One transaction of a schedule inside one organization: what it changes, it says, like a command. */
export const workAsMachine = async (
  runtime: Runtime,
  { organizationId, name }: Task,
  run: (work: Work) => Promise<readonly DomainEvent[]>,
): Promise<void> => {
  const { outside, reactions } = runtime
  const now = outside.now()
  const actor = machine(organizationId)
  const delivers = await transaction(runtime.db, actor, async (tx) => {
    const events = await run(workOf(runtime, tx, { actor, now }))
    if (events.length === 0) return false
    return writeJournal(tx, { newId: outside.newId, reactions }, { actor, command: name, now, events })
  })
  if (delivers) runtime.wake()
}

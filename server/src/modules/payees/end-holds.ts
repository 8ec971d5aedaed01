import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { workAsMachine } from '#kernel/work-as-machine.ts'
import type { Schedule } from '#kernel/worker.ts'
import { activateMethod } from './activate-method.ts'
import { methodsWithEndedHold } from './store.ts'

/** Takes accounts into use whose hold is over, by the database's clock. */
export const endHolds: Schedule = {
  name: 'payees.end-holds',
  everySeconds: 60,
  run: async (runtime) => {
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'payees.whose-holds-ended',
      text: 'select organizations_with_ended_holds() as id',
    })
    for (const { id } of rows) {
      await workAsMachine(runtime, { organizationId: OrganizationId.parse(id), name: endHolds.name }, activateAll)
    }
  },
}

const activateAll = async (work: Work): Promise<readonly DomainEvent[]> => {
  const events: DomainEvent[] = []
  for (const method of await methodsWithEndedHold(work.tx)) events.push(...(await activateMethod(work, method)))
  return events
}

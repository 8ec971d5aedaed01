import type { Work } from '#kernel/command.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { OrganizationId } from '#kernel/ids.ts'
import { workAsMachine } from '#kernel/work-as-machine.ts'
import type { Schedule } from '#kernel/worker.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { applyCalendar } from './assignments/start-due.ts'
import { dueAssignmentIds } from './assignments/store.ts'

/** Ends offers that nobody answered and begins accepted work on its first day, in each organization's own time zone. */
export const keepCalendar: Schedule = {
  name: 'work.keep-calendar',
  everySeconds: 60,
  run: async (runtime) => {
    // Somewhere it is tomorrow already; each organization's own today decides below.
    const latestDay = addDays(dayIn('UTC', runtime.outside.now()), 1)
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'work.who-has-due-assignments',
      text: 'select organizations_with_due_assignments($1) as id',
      values: [latestDay],
    })
    for (const { id } of rows) {
      const task = { organizationId: OrganizationId.parse(id), name: keepCalendar.name }
      await workAsMachine(runtime, task, applyToday)
    }
  },
}

const applyToday = async (work: Work): Promise<readonly DomainEvent[]> => {
  const today = await todayOf(work)
  const events: DomainEvent[] = []
  for (const assignmentId of await dueAssignmentIds(work.tx, today)) {
    events.push(...(await applyCalendar(work, assignmentId, today)))
  }
  return events
}

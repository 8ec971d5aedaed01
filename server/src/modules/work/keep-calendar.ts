import { schedule } from '#kernel/background/schedule.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { applyCalendar } from './assignments/start-due.ts'
import { dueAssignmentIds, whoseAssignmentsAreDue } from './assignments/store.ts'
import { AssignmentId } from './ids.ts'

/** Ends offers that nobody answered and begins accepted work on its first day, in each organization's own time zone. */
export const keepCalendar = schedule({
  name: 'work.keep-calendar',
  everySeconds: 60,
  // Somewhere it is tomorrow already; each organization's own today decides.
  whose: (now) => ({ statement: whoseAssignmentsAreDue, values: [addDays(dayIn('UTC', now), 1)] }),
  due: async (work, search) => dueAssignmentIds(work.tx, await todayOf(work), search),
  one: async (work, id) => applyCalendar(work, AssignmentId.parse(id), await todayOf(work)),
})

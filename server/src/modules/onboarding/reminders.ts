/** Days after which what waits for the contractor is brought to mind: once, and once more. */
export const reminderDays = [3, 7] as const

const dayMs = 86_400_000

export const wholeDaysBetween = (since: Date, now: Date): number =>
  Math.floor((now.getTime() - since.getTime()) / dayMs)

/** How many reminders have fallen due since then; what is more than were sent makes one, however many were missed. */
export const remindersDue = (since: Date, now: Date): number =>
  reminderDays.filter((days) => wholeDaysBetween(since, now) >= days).length

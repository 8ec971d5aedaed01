import type { PlainDate } from '#kernel/dates.ts'

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** 16 November 2026: the same day to a reader on either side of the Atlantic. */
export const dayInWords = (day: PlainDate): string => inWords.format(new Date(`${day}T00:00:00Z`))

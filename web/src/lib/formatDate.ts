import type { PlainDate } from '#kernel/dates.ts'

/** "12 Nov", with the year when it is not this one: "12 Nov 2025". */
export const formatDay = (date: PlainDate, now: Date): string => {
  const isThisYear = date.startsWith(`${now.getFullYear()}-`)
  return shortDay(isThisYear, 'UTC').format(noonOf(date))
}

/** "Thursday, 12 November 2026". */
export const formatDayFully = (date: PlainDate): string => fullDay.format(noonOf(date))

/** "3 min ago" and "in 5 h" within a day, "12 Nov" beyond. */
export const formatInstant = (instant: Date, now: Date): string => {
  const minutes = Math.round((instant.getTime() - now.getTime()) / 60_000)
  const isFar = Math.abs(minutes) >= 24 * 60
  if (isFar) return shortDay(instant.getFullYear() === now.getFullYear()).format(instant)
  // The page's clock ticks once a minute, so what has just happened may lie ahead of it.
  if (minutes === 0 || minutes === 1) return 'just now'
  const span = Math.abs(minutes) < 60 ? `${Math.abs(minutes)} min` : `${Math.round(Math.abs(minutes) / 60)} h`
  return minutes < 0 ? `${span} ago` : `in ${span}`
}

/** "Thursday, 12 November 2026 at 14:03:20 CET", in the reader's zone. */
export const formatInstantFully = (instant: Date): string => fullInstant.format(instant)

/** "14:03". */
export const formatTime = (instant: Date): string => time.format(instant)

/** "July 2026". */
export const formatMonth = (date: PlainDate): string => month.format(noonOf(date))

/** A day has no zone; noon in UTC keeps it the same day for the formatter. */
const noonOf = (date: PlainDate): Date => new Date(`${date}T12:00:00Z`)

const shortDay = (isThisYear: boolean, timeZone?: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...(timeZone ? { timeZone } : {}),
  })

const fullDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
const fullInstant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

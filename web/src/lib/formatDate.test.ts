import { describe, expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { formatDay, formatDayFully, formatInstant, formatMonth } from './formatDate.ts'

const now = new Date('2026-11-22T09:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

describe('dates', () => {
  test('a day of this year has no year', () => {
    expect(formatDay(PlainDate.parse('2026-11-12'), now)).toBe('12 Nov')
    expect(formatDay(PlainDate.parse('2025-11-12'), now)).toBe('12 Nov 2025')
  })

  test('a day is the same day wherever one is', () => {
    expect(formatDayFully(PlainDate.parse('2026-01-01'))).toBe('Thursday, 1 January 2026')
    expect(formatMonth(PlainDate.parse('2026-07-01'))).toBe('July 2026')
  })

  test.each([
    [0, 'just now'],
    [1, 'just now'],
    [-3, '3 min ago'],
    [-59, '59 min ago'],
    [-180, '3 h ago'],
    [300, 'in 5 h'],
    [-23 * 60, '23 h ago'],
    [-24 * 60, '21 Nov'],
  ])('a moment %s minutes from now is %s', (count, words) => {
    expect(formatInstant(minutes(count), now)).toBe(words)
  })
})

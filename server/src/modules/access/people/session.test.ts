import { expect, test } from 'vitest'
import { isAlive, isSeenLongAgo, portalLimits, staffLimits } from './session.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 16, 9) + minutes * 60_000)
const hours = 60
const days = 24 * hours
const session = (createdAt: number, lastSeenAt: number, expiresAt = 30 * days) => ({
  createdAt: at(createdAt),
  lastSeenAt: at(lastSeenAt),
  expiresAt: at(expiresAt),
})

test.each([
  ['half an hour without a sign of life', session(0, 60), 90],
  ['twelve hours, however busy', session(0, 12 * hours - 1), 12 * hours],
  ['the end that was set for it', session(0, 0, 10), 10],
])('staff are signed out after %s', (_, times, now) => {
  expect(isAlive(times, staffLimits, at(now))).toBe(false)
  expect(isAlive(times, staffLimits, at(now - 0.001))).toBe(true)
})

test('a contractor who looks in every week stays signed in for a month, no longer', () => {
  expect(isAlive(session(0, 7 * days), portalLimits, at(14 * days))).toBe(true)
  expect(isAlive(session(0, 7 * days), portalLimits, at(21 * days))).toBe(false)
  expect(isAlive(session(0, 30 * days - 1, 40 * days), portalLimits, at(30 * days))).toBe(false)
})

test('a sign of life is written down once a minute', () => {
  expect(isSeenLongAgo(session(0, 0), at(0.9))).toBe(false)
  expect(isSeenLongAgo(session(0, 0), at(1))).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Budget, budgets, counted, settled, waitMs } from './guess.ts'

const start = new Date('2026-11-16T09:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const all = Object.entries(budgets) as [string, Budget][]
const doubling = all.filter(([, budget]) => 'longestWaitMs' in budget)
const leaking = all.filter(([, budget]) => 'forgetsOneEveryMs' in budget)
const minuteMs = 60_000
const dayMs = 86_400_000

/** How many guesses somebody who never tires gets in this time. */
const guessesIn = (budget: Budget, timeMs: number): number => {
  let guesses = { failures: 0, lastAt: start }
  let count = 0
  for (let now = 0; now < timeMs; ) {
    const wait = waitMs(guesses, budget, after(now))
    if (wait > 0) {
      now += wait
      continue
    }
    guesses = counted(guesses, budget, after(now))
    count += 1
  }
  return count
}

test('against one account strangers get a hundred guesses in a row, whatever time they take', () => {
  expect(guessesIn(budgets.account, 365 * 86_400_000)).toBe(100)
})

test('from one network an account is guessed a dozen times in a minute, a hundred times in a day', () => {
  expect(guessesIn(budgets.accountFromNetwork, 60_000)).toBeLessThan(12)
  expect(guessesIn(budgets.accountFromNetwork, 86_400_000)).toBeLessThan(115)
})

test.each(doubling)(
  '%s: the free guesses are heard at once, then each wait is longer than the one before',
  (_, budget) => {
    const waits = Array.from({ length: budget.free + 4 }, (_, failures) =>
      waitMs({ failures, lastAt: start }, budget, start),
    )

    expect(waits.slice(0, budget.free).every((wait) => wait === 0)).toBe(true)
    expect(waits.slice(budget.free)).toEqual([1_000, 2_000, 4_000, 8_000])
  },
)

test.each(all)('%s: nobody waits longer than its longest wait, and never for ever', (_, budget) => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(86_400_000), (failures, quietMs) => {
      const wait = waitMs({ failures, lastAt: start }, budget, after(quietMs))
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(3_600_000)
    }),
  )
})

test('a mailbox is left in peace for a day, an account is never forgiven by time alone', () => {
  const many = { failures: 99, lastAt: start }

  expect(counted(many, budgets.mail, after(dayMs)).failures).toBe(1)
  expect(counted(many, budgets.account, after(365 * dayMs)).failures).toBe(100)
})

test.each(leaking)('%s: a guess every six minutes never waits, day after day', (_, budget) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 6 * minuteMs, max: dayMs }), { maxLength: 300 }), (pauses) => {
      let [guesses, time] = [{ failures: 0, lastAt: start }, 0]
      for (const pause of pauses) {
        time += pause
        expect(waitMs(guesses, budget, after(time))).toBe(0)
        guesses = counted(guesses, budget, after(time))
      }
    }),
  )
})

test.each(leaking)('%s: however it is tried, a day has room for so many guesses and no more', (_, budget) => {
  expect(guessesIn(budget, dayMs)).toBe(50 + 287)
})

test.each(all)('%s: while the clock is set back nobody waits longer than they would have', (_, budget) => {
  fc.assert(
    fc.property(fc.nat(150), fc.integer({ min: 1, max: 48 * 3_600_000 }), (failures, backMs) => {
      const guesses = { failures, lastAt: start }
      const now = after(-backMs)

      expect(waitMs(guesses, budget, now)).toBe(waitMs(guesses, budget, start))
      expect(settled(guesses, budget, now)).toEqual({ failures, lastAt: now })
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Budget, budgets, counted, networkOf, waitMs } from './guess.ts'

const start = new Date('2026-11-16T09:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const all = Object.entries(budgets) as [string, Budget][]

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

test('from one address an account is guessed a dozen times in a minute, a hundred times in a day', () => {
  expect(guessesIn(budgets.accountFromAddress, 60_000)).toBeLessThan(12)
  expect(guessesIn(budgets.accountFromAddress, 86_400_000)).toBeLessThan(115)
})

test.each(all)(
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

test('an address is forgiven after a quiet day, an account never by time alone', () => {
  const many = { failures: 99, lastAt: start }

  expect(counted(many, budgets.address, after(86_400_000)).failures).toBe(1)
  expect(counted(many, budgets.account, after(365 * 86_400_000)).failures).toBe(100)
})

describe('one network counts as one', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['local', 'local'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limiter, mostNetworks } from './limiter.ts'

const createClock = () => {
  let time = 0
  return { elapsedMs: () => time, advance: (ms: number) => (time += ms) }
}

const secondsToWait = (call: () => void): number | undefined => {
  try {
    call()
  } catch (error) {
    return (error as { extras: { retryAfterSeconds: number } }).extras.retryAfterSeconds
  }
  return undefined
}

test('the call after the last one allowed is refused, and told when to come again', () => {
  const { elapsedMs, advance } = createClock()
  const admit = limiter(2, elapsedMs)
  admit('203.0.113.9')
  advance(20_000)
  admit('203.0.113.9')

  expect(secondsToWait(() => admit('203.0.113.9'))).toBe(40)
  expect(secondsToWait(() => admit('203.0.113.10'))).toBeUndefined()
  advance(40_000)
  expect(secondsToWait(() => admit('203.0.113.9'))).toBeUndefined()
})

test('all addresses of one IPv6 network are one caller', () => {
  const admit = limiter(1, () => 0)
  admit('2001:db8:1:2::1')

  expect(secondsToWait(() => admit('2001:db8:1:2:ffff:ffff:ffff:ffff'))).toBe(60)
  expect(secondsToWait(() => admit('2001:db8:1:3::1'))).toBeUndefined()
})

test('nobody waits longer than a minute, and nobody gets more than the limit into one', () => {
  const pauses = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      const { elapsedMs, advance } = createClock()
      const admit = limiter(limit, elapsedMs)
      let [admitted, since] = [0, 0]
      for (const pause of all) {
        advance(pause)
        const wait = secondsToWait(() => admit('203.0.113.9'))
        if (wait !== undefined) expect([wait > 0, wait <= 60]).toEqual([true, true])
        else {
          if (elapsedMs() - since >= 60_000 || admitted === 0) [admitted, since] = [0, elapsedMs()]
          admitted += 1
        }
        expect(admitted).toBeLessThanOrEqual(limit)
      }
    }),
  )
})

test('a call costs the same after a hundred thousand strangers as after one', () => {
  const admit = limiter(10, () => 0)
  const callsOf = (count: number, first: number) => {
    const start = performance.now()
    for (let one = 0; one < count; one++)
      admit(`10.${((first + one) >> 16) & 255}.${((first + one) >> 8) & 255}.${(first + one) & 255}`)
    return performance.now() - start
  }
  callsOf(mostNetworks, 0)

  // Looking through all of them at each call took minutes here.
  expect(callsOf(100_000, mostNetworks)).toBeLessThan(5_000)
})

test('who was counted longest ago is forgotten once there are too many to count', () => {
  const admit = limiter(1, () => 0)
  const network = (one: number) => `10.${one >> 16}.${(one >> 8) & 255}.${one & 255}`
  admit('203.0.113.9')
  for (let one = 0; one < 2 * mostNetworks; one++) admit(network(one))

  expect(secondsToWait(() => admit('203.0.113.9'))).toBeUndefined()
  expect(secondsToWait(() => admit(network(2 * mostNetworks - 1)))).toBe(60)
})

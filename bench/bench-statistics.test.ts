import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, median, percentile, summaryOf } from './bench-statistics.ts'

test('nothing has no percentile', () => {
  expect(() => median([])).toThrow('no percentile of nothing')
})

test('half of all values are at most the median, and a hundredth is above the 99th percentile', () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at)

  expect(median(values)).toBe(100)
  expect(percentile(values, 0.99)).toBe(198)
})

test('a percentile is one of the values, and a larger share never gives a smaller one', () => {
  const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(values, share, share, (all, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]

      expect(all).toContain(percentile(all, low))
      expect(percentile(all, low)).toBeLessThanOrEqual(percentile(all, high))
    }),
  )
})

test('processor time and speed are told for one operation', () => {
  expect(summaryOf({ latenciesMs: [1, 2, 3, 4], cpuMs: 2, tookMs: 8 })).toEqual({
    p50Ms: 2,
    p99Ms: 4,
    perSecond: 500,
    cpuMs: 0.5,
  })
})

test('a round in which the machine was busy does not decide', () => {
  const side = (cpuMs: number) => ({ p50Ms: cpuMs, p99Ms: cpuMs, perSecond: 1, cpuMs })
  const rounds = [
    { product: side(2), raw: side(1) },
    { product: side(90), raw: side(1) },
    { product: side(3), raw: side(1) },
  ]

  expect(compare(rounds)).toMatchObject({ cpuRatio: 3, p50Ratio: 3, product: { cpuMs: 3 } })
})

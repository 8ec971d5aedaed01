import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { black, clear, pngOf, white, writing } from '#test/drawings.ts'
import { isWrittenOn } from './ink.ts'

const spot = (x: number, y: number, radius: number) => (atX: number, atY: number) =>
  Math.hypot(atX - x, atY - y) <= radius ? black : clear

describe('a picture that nobody wrote on', () => {
  test.each([
    ['clear', () => clear],
    ['white', () => white],
    ['black all over', () => black],
    ['almost white', () => [244, 244, 250, 255] as const],
    ['black, but clear', () => [0, 0, 0, 4] as const],
    ['one tap', spot(80, 30, 3)],
    ['one tap on white paper', (x: number, y: number) => (Math.hypot(x - 80, y - 30) <= 2 ? black : white)],
  ])('%s', (_, paint) => {
    expect(isWrittenOn(pngOf(160, 60, paint))).toBe(false)
  })
})

describe('a picture that somebody wrote on', () => {
  test.each([
    ['a wave', writing],
    ['a wave on white paper', (x: number, y: number) => (writing(x, y) === clear ? white : black)],
    [
      'a small initial',
      (x: number, y: number) => (x > 70 && x < 82 && Math.abs(x - 70 - (y - 20)) < 2 ? black : clear),
    ],
    ['a straight line', (x: number, y: number) => (y === 30 && x > 20 && x < 100 ? black : clear)],
    ['blue ink', (x: number, y: number) => (writing(x, y) === clear ? clear : ([27, 42, 74, 255] as const))],
  ])('%s', (_, paint) => {
    expect(isWrittenOn(pngOf(160, 60, paint))).toBe(true)
  })

  test('a tap is none wherever it falls, and a stroke is one', () => {
    const place = fc.record({ x: fc.integer({ min: 10, max: 149 }), y: fc.integer({ min: 10, max: 49 }) })
    fc.assert(
      fc.property(place, ({ x, y }) => {
        expect(isWrittenOn(pngOf(160, 60, spot(x, y, 3)))).toBe(false)
        expect(isWrittenOn(pngOf(160, 60, (atX, atY) => (atY === y && Math.abs(atX - x) < 10 ? black : clear)))).toBe(
          true,
        )
      }),
      { numRuns: 20 },
    )
  })
})

test('what cannot be read is a fault, not an empty picture', () => {
  const whole = pngOf(16, 16, () => black)

  expect(() => isWrittenOn(whole.subarray(0, 60))).toThrow()
  expect(() => isWrittenOn(Buffer.from('GIF89a'))).toThrow()
})

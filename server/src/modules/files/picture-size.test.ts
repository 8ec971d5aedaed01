import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jpeg, png, webp } from '#test/nasty-files.ts'
import { pixelsOf } from './picture-size.ts'

test('bytes that say nothing about pixels, or break off, have no size', () => {
  expect(pixelsOf(new Uint8Array())).toBeUndefined()
  expect(pixelsOf(Buffer.from('%PDF-1.7'))).toBeUndefined()
  expect(pixelsOf(png(4, 3).subarray(0, 20))).toBeUndefined()
  expect(pixelsOf(jpeg(4, 3, 200_000).subarray(0, 4_100))).toBeUndefined()
})

test('width times height is read from each kind of picture', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_000 }), fc.integer({ min: 1, max: 16_000 }), (width, height) => {
      expect(pixelsOf(png(width, height))).toBe(width * height)
      expect(pixelsOf(jpeg(width, height))).toBe(width * height)
      expect(pixelsOf(webp(width, height))).toBe(width * height)
    }),
    { numRuns: 20 },
  )
})

test('what a camera writes before the size is passed over', () => {
  expect(pixelsOf(jpeg(4_000, 3_000, 500_000))).toBe(12_000_000)
})

test('the two compact layouts of WebP say their size, too', () => {
  const lossless = Buffer.concat([Buffer.from('RIFF----WEBPVP8L----\x2f', 'latin1'), Buffer.alloc(8)])
  lossless.writeUInt32LE(639 | (479 << 14), 21)
  const lossy = Buffer.concat([Buffer.from('RIFF----WEBPVP8 ----\0\0\0\x9d\x01\x2a', 'latin1'), Buffer.alloc(8)])
  lossy.writeUInt16LE(640, 26)
  lossy.writeUInt16LE(480, 28)

  expect([pixelsOf(lossless), pixelsOf(lossy)]).toEqual([640 * 480, 640 * 480])
})

test('no bytes make it fail', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(png(1, 1), jpeg(1, 1), webp(1, 1)),
      (noise, start) => {
        expect(() => pixelsOf(Buffer.concat([start.subarray(0, 12), noise]))).not.toThrow()
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedBytes, sharedTest } from '#test/shared-data.ts'
import { pictureOf, strokesOf } from './image.ts'

const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(40)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return header
}
const jpeg = (width: number, height: number): Buffer => {
  const comment = Buffer.from('ffd8fffe0004aaaaffc000110800000000030000000000000000', 'hex')
  comment.writeUInt16BE(height, 13)
  comment.writeUInt16BE(width, 15)
  return comment
}

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('hello')],
  ['an SVG file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['a PNG cut short', png(10, 10).subarray(0, 20)],
  ['a PNG of 20,000 pixels a side', png(20_000, 20_000)],
  ['a PNG without pixels', png(0, 10)],
  ['a JPEG of 50,000 pixels a side', jpeg(50_000, 50_000)],
  ['a JPEG without a frame', Buffer.from('ffd8ffd9', 'hex')],
  ['a file of 2 MB', Buffer.concat([png(10, 10), Buffer.alloc(2_000_000)])],
])('%s is no picture for a document', (_, bytes) => {
  expect(pictureOf(bytes)).toBeUndefined()
})

sharedTest('a small file that claims 400 million pixels is no picture for a document', () => {
  expect(pictureOf(sharedBytes('nasty-input/uploads/png-20000x20000-1bit.png'))).toBeUndefined()
})

test('no bytes make the reading of a picture fall over or go on for ever', () => {
  const starts = fc.constantFrom('ffd8', 'ffd8ffe0', '89504e470d0a1a0a', '').map((hex) => Buffer.from(hex, 'hex'))

  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 500 }), (start, rest) => {
      pictureOf(Buffer.concat([start, rest]))
    }),
    { numRuns: 3_000 },
  )
})

test('a PNG and a JPEG of a usual size are pictures', () => {
  expect(pictureOf(png(600, 200))?.format).toBe('png')
  expect(pictureOf(jpeg(600, 200))?.format).toBe('jpeg')
})

const size = { width: 300, height: 100 }

test.each([
  ['nothing', ''],
  ['a path that starts nowhere', 'L 10 10'],
  ['the end of the element', 'M 1 1"/><script>alert(1)</script><path d="'],
  ['an entity', 'M 1 1 &amp;'],
  ['numbers without end', `M ${'9'.repeat(400)} 1`],
  ['a long path with a fault at its end', `M 1 1 ${'1'.repeat(60_000)}x`],
  ['blanks without end', `M${' '.repeat(90_000)}x`],
  ['an arc', 'M 1 1 A 5 5 0 0 1 10 10'],
  ['more than anybody can draw', `M 1 1 ${'L 2 2 '.repeat(20_000)}`],
])('%s is no drawn signature', (_, path) => {
  expect(strokesOf({ path, ...size })).toBeUndefined()
})

test.each([0, -1, 5_000, Number.NaN, Number.POSITIVE_INFINITY])('a signature on %d pixels is none', (width) => {
  expect(strokesOf({ path: 'M 1 1 L 2 2', width, height: 100 })).toBeUndefined()
})

test('whatever is drawn, nothing but moves, lines and curves reaches the picture', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      const image = strokesOf({ path: `M 1 1${path}`, ...size })
      return (
        image === undefined ||
        /^<svg [^<>]+><path d="[MLCQZ\d ,.-]+" [^<>]+\/><\/svg>$/.test(Buffer.from(image.bytes).toString())
      )
    }),
  )
})

test('lines and curves are a drawn signature', () => {
  expect(strokesOf({ path: 'M 10.5 60 C 30 10, 50 10, 60 50 Q 1,2 3,-4 L 260 40 Z', ...size })?.format).toBe('svg')
})

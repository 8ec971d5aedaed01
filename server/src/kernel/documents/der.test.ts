import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf, oidOf, partsOf, readDer, tags, timeOf, Unreadable } from './der.ts'

const element = (tag: number, content: Uint8Array): Buffer => {
  const { length } = content
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}
const read = (hex: string, tag: number) => readDer(Buffer.from(hex, 'hex'), tag)

test.each([
  ['nothing', ''],
  ['a tag without a length', '30'],
  ['a length without its bytes', '3005'],
  ['a length without an end, as BER allows', '30800000'],
  ['a length in the long form that fits the short one', '30810102'],
  ['a length with a leading zero', `30820080${'00'.repeat(128)}`],
  ['a length of five bytes', '30850000000001ff'],
  ['a tag of several bytes', '3f8101'],
  ['something after the end', '300000'],
])('%s is unreadable', (_, hex) => {
  expect(() => read(hex, 0x30)).toThrow(Unreadable)
})

test('another kind of element than the one asked for is unreadable', () => {
  expect(() => read('0400', tags.sequence)).toThrow(Unreadable)
  expect(() => partsOf(read('30020400', tags.sequence), tags.integer)).toThrow(Unreadable)
  expect(() => partsOf(read('30020400', tags.sequence))).toThrow(Unreadable)
})

test('an element that holds no others has no children', () => {
  expect(() => childrenOf(read('0400', tags.octets))).toThrow(Unreadable)
})

test('what was written is read back, whatever its length', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 70_000, size: 'max' }).filter(({ length }) => length < 0x10000),
      (content) => {
        const written = element(tags.octets, content)
        expect(Buffer.from(readDer(written, tags.octets).content).equals(content)).toBe(true)
      },
    ),
  )
})

test('any bytes are either read in full or unreadable, and the one way they were read is the only one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      try {
        const { tag, content } = readDer(bytes, bytes[0]!)
        expect(element(tag, content).equals(bytes)).toBe(true)
      } catch (fault) {
        expect(fault).toBeInstanceOf(Unreadable)
      }
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['2a864886f70d010702', '1.2.840.113549.1.7.2'],
  ['608648016503040201', '2.16.840.1.101.3.4.2.1'],
  ['2b0e03021a', '1.3.14.3.2.26'],
  ['550406', '2.5.4.6'],
  ['883703', '2.999.3'],
])('the identifier %s is %s', (hex, dotted) => {
  expect(oidOf(readDer(element(tags.oid, Buffer.from(hex, 'hex')), tags.oid))).toBe(dotted)
})

test.each(['2a86', '2a8001'])('the identifier %s is unreadable', (hex) => {
  expect(() => oidOf(readDer(element(tags.oid, Buffer.from(hex, 'hex')), tags.oid))).toThrow(Unreadable)
})

test.each([
  [tags.utcTime, '261112162011Z', '2026-11-12T16:20:11Z'],
  [tags.utcTime, '491231235959Z', '2049-12-31T23:59:59Z'],
  [tags.utcTime, '500101000000Z', '1950-01-01T00:00:00Z'],
  [tags.generalizedTime, '20510101000000Z', '2051-01-01T00:00:00Z'],
])('a time of kind %i written %s is %s', (tag, text, iso) => {
  expect(timeOf(readDer(element(tag, Buffer.from(text)), tag))).toEqual(new Date(iso))
})

test.each([
  [tags.utcTime, '2611121620Z'],
  [tags.utcTime, '261112162011+0100'],
  [tags.utcTime, '20261112162011Z'],
  [tags.generalizedTime, '261112162011Z'],
  [tags.generalizedTime, '20261112162011.5Z'],
  [tags.generalizedTime, '20261312162011Z'],
  [tags.octets, '261112162011Z'],
])('a time of kind %i written %s is unreadable', (tag, text) => {
  expect(() => timeOf(readDer(element(tag, Buffer.from(text)), tag))).toThrow(Unreadable)
})

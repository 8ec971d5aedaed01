import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameName } from './same-name.ts'

describe('two spellings of one name', () => {
  test.each([
    ["O'Raman", 'O’Raman', 'the apostrophe of a phone'],
    ['O`Raman', 'Oʼraman', 'other marks for an apostrophe, and a small letter'],
    ['Priya  Raman ', 'Priya\u00a0Raman', 'another blank'],
    ['Ｐｒｉｙａ　Ｒａｍａｎ', 'Priya Raman', 'full width'],
    ['Anne–Marie', 'Anne-Marie', 'another hyphen'],
    ['Ma\u200brie', 'Marie', 'a mark that nobody sees'],
    ['José', 'Jose\u0301', 'an accent in two pieces'],
    ['Groß', 'GROSS', 'German capitals'],
  ])('%j and %j are the same: %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
    expect(isSameName(other, one)).toBe(true)
  })
})

describe('two names', () => {
  test.each([
    ['Priya Raman', 'Priya Ramon'],
    ['Priya Raman', 'Raman Priya'],
    ['PriyaRaman', 'Priya Raman'],
    ['José', 'Jose'],
    ['Priya Raman', ''],
  ])('%j and %j are not the same', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })
})

test('a name is the same as itself in capitals and in small letters, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(isSameName(name, name)).toBe(true)
      expect(isSameName(name, name.normalize('NFD'))).toBe(true)
      expect(isSameName(` ${name}\t`, name)).toBe(true)
    }),
  )
})

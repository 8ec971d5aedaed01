import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut } from './cut.ts'

test.each([
  ['a text that fits', 'Design', 6, 'Design'],
  ['a longer one', 'Designs', 6, 'Design'],
  ['one with a picture across the cut', 'Logo 🎨', 6, 'Logo '],
  ['one with a family of four joined pictures across it', 'x👨‍👩‍👧‍👦', 7, 'x'],
  ['one with an accent of its own across it', 'e\u0301e\u0301', 3, 'e\u0301'],
  ['a line end of two characters', 'a\r\nb', 2, 'a'],
])('%s is cut at a whole character', (_, text, most, expected) => {
  expect(cut(text, most)).toBe(expected)
})

test('what is cut is a well-formed beginning, never longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const beginning = cut(text, most)
      expect(text.startsWith(beginning)).toBe(true)
      expect(beginning.length).toBeLessThanOrEqual(most)
      expect(beginning.isWellFormed()).toBe(true)
    }),
  )
})

test('a mark upon mark upon mark is cut where there is room', () => {
  expect(cut(`e${'\u0301'.repeat(600)}`, 500)).toHaveLength(500)
  expect(cut(`a\u{10000}`, 2)).toBe('a')
})

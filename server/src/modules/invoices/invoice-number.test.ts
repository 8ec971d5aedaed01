import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberKey } from './invoice-number.ts'

test.each([
  ['INV-0042', 'INV-42'],
  ['2026/007', '2026-7'],
  ['inv o42', 'INV-042'],
  ['А-17', 'A-17'],
  ['R​-9', 'R-9'],
  ['Nº 12', 'No 12'],
])('%s and %s are one number', (one, other) => {
  expect(numberKey(one)).toBe(numberKey(other))
})

test.each([
  ['INV-42', 'INV-43'],
  ['2026-1', '2026-10'],
  ['INV-100', 'INV-10'],
  ['A-1', 'B-1'],
  ['—', '…'],
])('%s and %s are two numbers', (one, other) => {
  expect(numberKey(one)).not.toBe(numberKey(other))
})

test('case, blanks and dashes never make a second number', () => {
  const number = fc.stringMatching(/^[A-Z]{1,4}-[1-9][0-9]{0,6}$/)
  fc.assert(
    fc.property(number, fc.constantFrom(' ', '-', '–', '_', '/'), (text, sign) => {
      expect(numberKey(text.toLowerCase().replace('-', sign))).toBe(numberKey(text))
    }),
  )
})

test('every number has a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '')
      expect(numberKey(text).length).toBeGreaterThan(0)
    }),
  )
})

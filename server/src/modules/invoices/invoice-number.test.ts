import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberKey } from './invoice-number.ts'

test.each([
  ['007', '7'],
  ['INV-0042', 'INV-42'],
  ['2026/007', '2026-7'],
  ['2026/10/1', '2026-10-1'],
  ['inv o42', 'INV-042'],
  ['10-O', '10-0'],
  ['INV-10610', 'INV-1O61O'],
  ['В-8', 'B-8'],
  ['А-17', 'A-17'],
  ['R\u200b-9', 'R-9'],
  ['Nº 12', 'No 12'],
  ['#220', '#220.'],
  ['INV42', 'INV-42'],
  ['INV-٤٢', 'INV-42'],
  ['INV-४२', 'INV-42'],
  ['IN\u3164V-42', 'INV-42'],
  ['I\u0301NV-42', 'INV-42'],
])('%s and %s are one number', (one, other) => {
  expect(numberKey(one)).toBe(numberKey(other))
})

test.each([
  ['2026-01-11', '2026-11-1'],
  ['2026-1-11', '2026-11-1'],
  ['1-23', '12-3'],
  ['123', '12-3'],
  ['10-0', '100'],
  ['10-O', '100'],
  ['AB-C', 'A-BC'],
  ['B-OX', 'BOX'],
  ['INV-42', 'INV-43'],
  ['2026-1', '2026-10'],
  ['INV-100', 'INV-10'],
  ['A-1', 'B-1'],
  ['—', '…'],
])('%s and %s are two numbers', (one, other) => {
  expect(numberKey(one)).not.toBe(numberKey(other))
})

test.each(['INV-42A', 'INV-42b', 'INV-42-R', 'INV-42 (2)'])(
  '%s is another number than INV-42: many series end so; it is alike and not the same',
  (number) => {
    expect(numberKey(number)).not.toBe(numberKey('INV-42'))
  },
)

const word = fc.stringMatching(/^[A-HJKMNP-Z]{1,4}$/)
const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,5})$/)
const parts = fc.array(fc.oneof(word, digits), { minLength: 1, maxLength: 4 })
const signs = fc.array(fc.constantFrom('-', '/', ' ', '.', '_', '–', ' - ', '#', '('), {
  minLength: 4,
  maxLength: 4,
})
const written = (of: readonly string[], between: readonly string[]): string =>
  of.map((part, index) => (index === 0 ? part : `${between[index] || '-'}${part}`)).join('')

test('numbers of the same parts are one number, and numbers of other parts are two', () => {
  fc.assert(
    fc.property(parts, parts, signs, signs, (one, other, signsOfOne, signsOfOther) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(numberKey(written(one, signsOfOne)) === numberKey(written(other, signsOfOther))).toBe(isSame)
      expect(numberKey(written(one, signsOfOne))).toBe(numberKey(written(one, signsOfOther)))
    }),
    { numRuns: 500 },
  )
})

test('two numbers whose digits are only parted elsewhere are two', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]{3,8}$/), fc.nat(), fc.nat(), (text, first, second) => {
      const cut = (at: number) => `${text.slice(0, at)}-${text.slice(at)}`
      const [one, other] = [1 + (first % (text.length - 1)), 1 + (second % (text.length - 1))]
      expect(numberKey(cut(one)) === numberKey(cut(other))).toBe(one === other)
    }),
  )
})

const anything = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{1,6}[-/ .#][A-Za-z0-9]{1,6}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)

test.each<[string, (number: string) => string]>([
  ['in small letters', (number) => number.toLowerCase()],
  ['in capitals', (number) => number.toUpperCase()],
  ['decomposed', (number) => number.normalize('NFD')],
  ['in compatible letters', (number) => number.normalize('NFKC')],
  ['with an invisible letter at the end', (number) => `${number}\u200b`],
  ['between blanks', (number) => ` ${number} `],
])('a number written %s stays the same number', (_, fold) => {
  fc.assert(
    fc.property(anything, (number) => {
      fc.pre(/[\p{L}\p{N}]/u.test(number) && number.trim() !== '')
      expect(numberKey(fold(number))).toBe(numberKey(number))
    }),
    { numRuns: 200 },
  )
})

test('leading zeros and full-width or Cyrillic letters make no second number', () => {
  fc.assert(
    fc.property(parts, signs, fc.nat(3), (of, between, zeros) => {
      const number = written(of, between)
      const padded = written(
        of.map((part) => (/^\d/.test(part) ? `${'0'.repeat(zeros)}${part}` : part)),
        between,
      )
      const wide = number.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
      const cyrillic = number.replaceAll('A', 'А').replaceAll('B', 'В').replaceAll('E', 'Е').replaceAll('K', 'К')

      for (const disguise of [padded, wide, cyrillic]) expect(numberKey(disguise)).toBe(numberKey(number))
    }),
  )
})

test('every number has a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      expect(numberKey(text).length).toBeGreaterThan(0)
    }),
  )
})

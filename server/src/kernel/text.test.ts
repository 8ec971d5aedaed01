import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { line, paragraphs } from './text.ts'

describe('a line', () => {
  test.each([
    ['\u3164', 'a Hangul filler'],
    ['\u2800', 'an empty Braille cell'],
    ['\u200b\u2060\ufeff', 'widthless blanks'],
    ['\u202e', 'a turn of direction'],
    ['\u200d', 'a joiner with nothing to join'],
    [' \r\n\t', 'blanks'],
  ])('of nothing but %j (%#: %s) is empty, and so refused where a name is asked for', (text) => {
    expect(line(10).min(1).safeParse(text).success).toBe(false)
  })

  test.each([
    ['Priya\r\nBcc: all@northwind.example', 'Priya Bcc: all@northwind.example'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['Dana\u3164 Whitfield\u0007', 'Dana Whitfield'],
    ['  two \u00a0 blanks ', 'two blanks'],
    ['Zoe\u0308', 'Zoë'],
    ['نرم\u200cافزار', 'نرم\u200cافزار'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['👩\u200d💻 ❤\ufe0f', '👩\u200d💻 ❤\ufe0f'],
  ])('%j is kept as %j', (text, kept) => {
    expect(line(100).parse(text)).toBe(kept)
  })

  test('is the same when it is tidied again, and never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = line(10_000).parse(text)
        expect(line(10_000).parse(once)).toBe(once)
        expect(once).not.toMatch(/[\n\r\t\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })

  test('is measured as it is kept', () => {
    expect(line(3).safeParse('\u200ba b\u200b ').success).toBe(true)
    expect(line(3).safeParse('abcd').error?.issues[0]?.message).toBe('Keep it under 3 characters.')
  })
})

test('paragraphs keep their lines and lose what cannot be seen', () => {
  expect(paragraphs(100).parse(' one\r\n\ttwo\u202e\u0000\n\nthree ')).toBe('one\n\ttwo\n\nthree')
})

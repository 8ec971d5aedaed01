import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { checkTin, kindsOf, maskTin, normalisedTin, type TinKind, tinKinds } from './tin.ts'

const personal: readonly TinKind[] = ['ssn', 'itin', 'atin']

test.each([
  ['', 'Enter the taxpayer identification number.'],
  ['  ', 'Enter the taxpayer identification number.'],
  ['12345678', 'A taxpayer identification number has nine digits, and no letters.'],
  ['1234567890', 'A taxpayer identification number has nine digits, and no letters.'],
  ['536-22-872A', 'A taxpayer identification number has nine digits, and no letters.'],
  ['５３６-２２-８７２６', 'A taxpayer identification number has nine digits, and no letters.'],
  ['078-05-1120', 'This is a sample number that belongs to nobody. Enter your own.'],
  ['123-45-6789', 'This is a sample number that belongs to nobody. Enter your own.'],
  ['987-65-4321', 'This is a sample number that belongs to nobody. Enter your own.'],
  ['000-12-3456', 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'],
  ['666-12-3456', 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'],
  ['900-12-3456', 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'],
  ['536-00-8726', 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'],
  ['536-22-0000', 'No Social Security number or ITIN looks like this. Compare it with the card or the IRS letter.'],
])('%j is refused for a person: %s', (text, detail) => {
  expect(checkTin(text, personal)).toEqual({ ok: false, detail })
})

test('an EIN with a prefix the IRS never gave out is refused', () => {
  expect(checkTin('49-7148275', ['ein'])).toEqual({
    ok: false,
    detail: 'No employer identification number starts with these two digits. Check the IRS letter that assigned it.',
  })
})

test('a number may be typed with blanks or hyphens, and is kept as nine digits', () => {
  expect(checkTin(' 536 22-8726', personal)).toEqual({ ok: true, tin: '536228726' })
  expect(checkTin('47-9363062', ['ein'])).toEqual({ ok: true, tin: '479363062' })
  expect(normalisedTin('47-936306')).toBeUndefined()
})

test('some numbers may be an SSN or an EIN, and only the payee can tell', () => {
  expect(kindsOf('536-22-8726')).toEqual(['ssn', 'ein'])
  expect(kindsOf('772-99-1234')).toEqual(['ssn', 'ein'])
  expect(kindsOf('961-55-8433')).toEqual(['itin'])
  expect(kindsOf('900-93-1234')).toEqual(['atin', 'ein'])
  expect(kindsOf('970-12-3456')).toEqual([])
  expect(kindsOf('12345')).toEqual([])
})

test('a masked number shows the last four digits and nothing else', () => {
  expect(maskTin('536228726', 'ssn')).toBe('XXX-XX-8726')
  expect(maskTin('961558433', 'itin')).toBe('XXX-XX-8433')
  expect(maskTin('479363062', 'ein')).toBe('XX-XXX3062')
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), fc.constantFrom(...tinKinds), (tin, kind) => {
      expect(maskTin(tin, kind).replaceAll(/\D/g, '')).toBe(tin.slice(5))
    }),
  )
})

sharedTest('numbers are accepted and refused as the shared vectors say', () => {
  const vectors = sharedJson(
    'identifiers/us-tin-vectors.json',
    z.array(z.object({ type: z.enum(tinKinds), value: z.string(), valid: z.boolean() })),
  )

  const wrong = vectors.filter(({ type, value, valid }) => checkTin(value, [type]).ok !== valid)

  expect(vectors.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
})

test('what is accepted is one of its kinds, and what has no kind is accepted nowhere', () => {
  const digits = fc.stringMatching(/^(?:\d{9}|9\d\d(?:5|7|9)\d{5})$/)

  fc.assert(
    fc.property(digits, fc.constantFrom(...tinKinds), (tin, kind) => {
      if (checkTin(tin, [kind]).ok) expect(kindsOf(tin)).toContain(kind)
      if (kindsOf(tin).length === 0) expect(checkTin(tin, tinKinds).ok).toBe(false)
    }),
    { numRuns: 5_000 },
  )
})

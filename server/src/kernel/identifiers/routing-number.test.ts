import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest, sharedText } from '#test/shared-data.ts'
import { checkRoutingNumber } from './routing-number.ts'

test.each([
  ['', 'Enter the nine-digit routing number of the bank.'],
  ['   ', 'Enter the nine-digit routing number of the bank.'],
  ['12345678O', 'A routing number has digits only.'],
  ['０２１００００２１', 'A routing number has digits only.'],
  ['02100002', 'A routing number has nine digits; this one has 8.'],
  ['0210000210', 'A routing number has nine digits; this one has 10.'],
  ['000000000', 'No bank has a routing number that starts this way. Check the first two digits.'],
  ['131000007', 'No bank has a routing number that starts this way. Check the first two digits.'],
  ['990000000', 'No bank has a routing number that starts this way. Check the first two digits.'],
  ['021000022', 'One of the digits is wrong. Compare it with a cheque or the bank app.'],
])('%j is refused: %s', (text, detail) => {
  expect(checkRoutingNumber(text)).toEqual({ ok: false, detail })
})

test('a routing number may be typed with blanks or hyphens', () => {
  expect(checkRoutingNumber(' 0210-0002 1 ')).toEqual({ ok: true, routingNumber: '021000021' })
})

sharedTest('routing numbers are accepted and refused as the shared vectors say', () => {
  const vectors = sharedJson(
    'identifiers/aba-vectors.json',
    z.array(z.object({ value: z.string(), valid: z.boolean() })),
  )

  const wrong = vectors.filter(({ value, valid }) => checkRoutingNumber(value).ok !== valid)

  expect(vectors.length).toBeGreaterThan(400)
  expect(wrong).toEqual([])
})

sharedTest('every bank of the directory sample is accepted, and no single wrong digit gets through', () => {
  const directory = sharedText('identifiers/fedach-directory-sample-240.txt').split('\n').filter(Boolean)
  const real = fc.constantFrom(...directory.map((line) => line.slice(0, 9)))

  expect(directory.filter((line) => !checkRoutingNumber(line.slice(0, 9)).ok)).toEqual([])
  fc.assert(
    fc.property(real, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      const digit = (Number(number[at]) + shift) % 10
      expect(checkRoutingNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`).ok).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is typed gets an answer, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const check = checkRoutingNumber(text)
      expect(check.ok ? check.routingNumber : check.detail).toMatch(check.ok ? /^\d{9}$/ : /\.$/)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { checkIban } from './iban.ts'

test.each([
  ['', 'Enter the IBAN of the account.'],
  [' - . ', 'Enter the IBAN of the account.'],
  ['DE89 3704 0044 0532 0130 0０', 'An IBAN has letters A to Z and digits only.'],
  ['DE89 3704 0044 0532 0130 0ß', 'An IBAN has letters A to Z and digits only.'],
  ['US64 SVBK US6S 3300 9588 79', 'US is not a country that uses IBANs.'],
  ['GB29 NWBK 6016 1331 9268 1', 'An IBAN of GB has 22 characters; this one has 21.'],
  ['DE89 3704 0044 0532 O130 00', 'A letter stands where a digit belongs, or the other way round, such as O for 0.'],
  ['DE98 3704 0044 0532 0130 00', 'The check digits do not fit. One of the characters is wrong, or two are swapped.'],
  ['DEAA 3704 0044 0532 0130 00', 'The check digits do not fit. One of the characters is wrong, or two are swapped.'],
])('%j is refused: %s', (text, detail) => {
  expect(checkIban(text)).toEqual({ ok: false, detail })
})

test.each([
  'DE89 3704 0044 0532 0130 00',
  'de89370400440532013000',
  'DE89-3704-0044-0532-0130-00',
  'DE89.37040044.0532013000',
])('%s is the same account however it is typed', (text) => {
  expect(checkIban(text)).toEqual({ ok: true, iban: 'DE89370400440532013000' })
})

sharedTest('IBANs are accepted and refused as the shared vectors say', () => {
  const vectors = sharedJson(
    'identifiers/iban-vectors.json',
    z.array(z.object({ value: z.string(), valid: z.boolean() })),
  )

  const wrong = vectors.filter(({ value, valid }) => checkIban(value).ok !== valid)

  expect(vectors.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

test('two swapped neighbours never get through', () => {
  const iban = 'FR1420041010050500013M02606'

  for (let at = 0; at < iban.length - 1; at += 1) {
    const swapped = `${iban.slice(0, at)}${iban[at + 1]}${iban[at]}${iban.slice(at + 2)}`
    expect(checkIban(swapped).ok, swapped).toBe(swapped === iban)
  }
})

test('whatever is typed gets an answer, never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z0-9]{0,32}$/)),
      (text) => {
        const check = checkIban(text)
        expect(check.ok ? check.iban : check.detail).toMatch(check.ok ? /^[A-Z]{2}\d{2}[A-Z0-9]+$/ : /\.$/)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBic } from './bic.ts'

test.each([
  ['', 'Enter the BIC of the bank.'],
  ['DEUTDEF', 'A BIC has eight or eleven characters; this one has 7.'],
  ['DEUTDEFF50', 'A BIC has eight or eleven characters; this one has 10.'],
  ['D3UTDEF0', 'A BIC is four letters for the bank, two for the country, then letters or digits.'],
  ['DEUTQQFF', 'A BIC is four letters for the bank, two for the country, then letters or digits.'],
])('%j is refused: %s', (text, detail) => {
  expect(checkBic(text)).toEqual({ ok: false, detail })
})

test('a BIC is the same in small letters and with blanks', () => {
  expect(checkBic(' deut de ff 500 ')).toEqual({ ok: true, bic: 'DEUTDEFF500' })
  expect(checkBic('CHASUS33')).toEqual({ ok: true, bic: 'CHASUS33' })
})

test('whatever is typed gets an answer, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const check = checkBic(text)
      expect(check.ok ? check.bic : check.detail).toMatch(check.ok ? /^[A-Z0-9]{8}([A-Z0-9]{3})?$/ : /\.$/)
    }),
  )
})

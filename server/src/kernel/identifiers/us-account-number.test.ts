import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkUsAccountNumber } from './us-account-number.ts'

test.each([
  ['', 'Enter the account number.'],
  [' - ', 'Enter the account number.'],
  ['12345O78', 'An account number has digits only.'],
  ['１２３４５', 'An account number has digits only.'],
  ['123', 'An account number has 4 to 17 digits; this one has 3.'],
  ['123456789012345678', 'An account number has 4 to 17 digits; this one has 18.'],
  ['0000000', 'An account number does not consist of zeros.'],
])('%j is refused: %s', (text, detail) => {
  expect(checkUsAccountNumber(text)).toEqual({ ok: false, detail })
})

test('an account number keeps its leading zeros and loses its blanks and hyphens', () => {
  expect(checkUsAccountNumber(' 0012-3456 78')).toEqual({ ok: true, accountNumber: '0012345678' })
})

test('whatever is typed gets an answer, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const check = checkUsAccountNumber(text)
      expect(check.ok ? check.accountNumber : check.detail).toMatch(check.ok ? /^\d{4,17}$/ : /\.$/)
    }),
  )
})

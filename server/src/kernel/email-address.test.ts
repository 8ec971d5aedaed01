import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EmailAddress } from './email-address.ts'

test.each([
  '',
  ' ',
  'dana',
  'dana@',
  '@northwind.example',
  'dana @northwind.example',
  `${'d'.repeat(250)}@x.example`,
])('"%s" is no address', (text) => {
  expect(EmailAddress.safeParse(text).success).toBe(false)
})

test('the same address is kept the same, whatever blanks and capitals it came with', () => {
  const blanks = fc.stringMatching(/^[ \t\n]{0,4}$/)
  fc.assert(
    fc.property(blanks, blanks, fc.stringMatching(/^[a-zA-Z]{1,12}$/), (before, after, name) => {
      const address = `${name}@Northwind.Example`

      expect(EmailAddress.parse(`${before}${address}${after}`)).toBe(address.toLowerCase())
    }),
  )
})

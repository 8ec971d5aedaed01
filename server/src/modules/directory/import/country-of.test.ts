import { expect, test } from 'vitest'
import { countryOf } from './country-of.ts'

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'Atlantis', ''])(
  'the word “%s” is no country',
  (written) => {
    expect(countryOf(written)).toBeUndefined()
  },
)

test.each([
  ['USA', 'US'],
  ['Great Britain', 'GB'],
  ['Holland', 'NL'],
  ['Deutschland', 'DE'],
  ['de', 'DE'],
])('%s is %s', (written, code) => {
  expect(countryOf(written)).toBe(code)
})

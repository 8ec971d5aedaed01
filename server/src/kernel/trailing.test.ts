import { expect, test } from 'vitest'
import { withoutTrailing, withoutTrailingZeros } from './trailing.ts'

test.each([
  ['https://muster.example//', '/', 'https://muster.example'],
  ['////', '/', ''],
  ['a/b', '/', 'a/b'],
  ['', '/', ''],
])('%s without %s at its end is %s', (text, letters, rest) => {
  expect(withoutTrailing(text, letters)).toBe(rest)
})

test.each([
  ['19.00', '19'],
  ['10.000', '10'],
  ['1.50', '1.5'],
  ['100', '100'],
  ['0.0', '0'],
])('%s is %s without the zeros that say nothing', (decimal, rest) => {
  expect(withoutTrailingZeros(decimal)).toBe(rest)
})

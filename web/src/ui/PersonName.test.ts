import { expect, test } from 'vitest'
import { initialsOf } from './PersonName.tsx'

test.each([
  ['Priya Raman', 'PR'],
  ['Studio 7', 'S7'],
  ['山田太郎', '山'],
  ['  “Ana” de la Cruz ', 'AC'],
  ['—', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

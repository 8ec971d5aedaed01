import { expect, test } from 'vitest'
import { isLikeName } from './like-name.ts'

test.each([
  ['Priya Raman', 'priya raman'],
  ['Priya Raman', 'Raman, Priya'],
  ['Müller & Söhne GmbH', 'Muller Sohne'],
  ['Northwind', 'Northwind, Inc.'],
  ['Northwind L.L.C.', 'Northwind LLC'],
  ['O’Raman', "O'Raman"],
  ['Atelier Lefèvre SARL', 'ATELIER LEFEVRE'],
  ['山田 太郎', '山田 太郎'],
])('%s and %s are one party', (one, other) => {
  expect(isLikeName(one, other)).toBe(true)
})

test.each([
  ['Priya Raman', 'Priya Rao'],
  ['Northwind LLC', 'Southwind LLC'],
  ['Northwind', 'Northwind Traders'],
  ['AB Inc', 'SA Ltd'],
  ['山田 太郎', '山田 花子'],
])('%s and %s are two parties', (one, other) => {
  expect(isLikeName(one, other)).toBe(false)
})

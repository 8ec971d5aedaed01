import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNext } from './safeNext.ts'

test.each([
  ['//evil.example/x', '/'],
  ['https://evil.example', '/'],
  ['/\\evil.example', '/'],
  [undefined, '/'],
  [7, '/'],
  ['/northwind/invoices?status=sent#x', '/northwind/invoices?status=sent#x'],
])('after signing in, %s leads to %s', (next, target) => {
  expect(safeNext(next)).toBe(target)
})

test('no address leads to another site after signing in', () => {
  fc.assert(fc.property(fc.string(), (next) => /^\/(?![/\\])/.test(safeNext(next)) || safeNext(next) === '/'))
})

import { expect, test } from 'vitest'
import { spanOf } from './spanOf.ts'

test('what is no day asks for no limit', () => {
  expect(spanOf(undefined, 'yesterday')).toEqual({ from: undefined, to: undefined })
})

test('the last day is included whole, also over the end of a month', () => {
  const { from, to } = spanOf('2026-11-30', '2026-11-30')

  expect(from).toEqual(new Date('2026-11-30T00:00:00'))
  expect(to).toEqual(new Date('2026-12-01T00:00:00'))
})

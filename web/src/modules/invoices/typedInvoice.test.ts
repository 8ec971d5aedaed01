import { describe, expect, test } from 'vitest'
import { numberAfter, plainNumber, sentInvoice } from './typedInvoice.ts'

describe('the next number', () => {
  test('is not guessed without a number before', () => expect(numberAfter(undefined)).toBe(''))
  test('is not guessed from words', () => expect(numberAfter({ number: 'October' })).toBe(''))

  test.each([
    ['PR-2026-013', 'PR-2026-014'],
    ['009', '010'],
    ['99', '100'],
    ['7', '8'],
  ])('after %s is %s', (number, next) => expect(numberAfter({ number })).toBe(next))
})

describe('a typed number', () => {
  test.each(['1,250', '1.250,5', '7 8', 'seven'])('that can be read in two ways stays “%s”', (typed) =>
    expect(plainNumber(typed)).toBe(typed),
  )

  test.each([
    ['7,5', '7.5'],
    [' 07.25 ', '7.25'],
    ['8.', '8'],
    ['0', '0'],
  ])('%s means %s', (typed, plain) => expect(plainNumber(typed)).toBe(plain))
})

test('what was left empty is not sent, and neither is what keeps the fields apart', () => {
  const line = { key: 'k', description: 'Design', quantity: '7,5', unit: 'hour', unitPrice: '85.00', taxRate: '0' }
  const typed = { number: 'A-1', issuedOn: '2026-11-20', periodFrom: '', periodTo: '', note: '', lines: [line] }

  expect(sentInvoice(typed)).toEqual({
    number: 'A-1',
    issuedOn: '2026-11-20',
    periodFrom: null,
    periodTo: null,
    note: '',
    lines: [{ description: 'Design', quantity: '7.5', unit: 'hour', unitPrice: '85.00', taxRate: '0' }],
  })
})

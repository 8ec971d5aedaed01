import { expect, test } from 'vitest'
import { PostalAddress } from './postal-address.ts'
import { parse } from './problem.ts'

const portland = { line1: ' 12 SW Alder St ', city: 'Portland', region: 'OR', postalCode: '97205', country: 'US' }
const pointersOf = (address: object): unknown => {
  try {
    return parse(PostalAddress, address)
  } catch (problem) {
    return (problem as { extras: { errors: { pointer: string }[] } }).extras.errors.map(({ pointer }) => pointer)
  }
}

test('an address in the United States needs its state and its ZIP code', () => {
  expect(pointersOf({ ...portland, region: 'Oregon', postalCode: null })).toEqual(['#/region', '#/postalCode'])
  expect(pointersOf({ ...portland, postalCode: '97205-12' })).toEqual(['#/postalCode'])
})

test('street, city and country are needed everywhere, and lengths fit the banks', () => {
  expect(pointersOf({ line1: ' ', city: 'x'.repeat(36), country: 'Peru' })).toEqual([
    '#/line1',
    '#/city',
    '#/country',
  ])
})

test('elsewhere neither region nor postal code is asked for', () => {
  expect(pointersOf({ line1: '1 Queen’s Road', city: 'Hong Kong', country: 'HK' })).toEqual({
    line1: '1 Queen’s Road',
    line2: null,
    city: 'Hong Kong',
    region: null,
    postalCode: null,
    country: 'HK',
  })
})

test('blanks around the parts are dropped', () => {
  expect(pointersOf(portland)).toMatchObject({ line1: '12 SW Alder St', line2: null })
})

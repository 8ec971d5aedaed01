import { expect, test } from 'vitest'
import { slugFrom } from './slugFrom.ts'

test.each([
  ['Northwind Studio & Co.', 'northwind-studio-co'],
  ['Zoë’s Ateliér', 'zoe-s-atelier'],
  ['  --  ', ''],
])('%s gets the address %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})

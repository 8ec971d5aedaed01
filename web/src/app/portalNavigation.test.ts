import { expect, test } from 'vitest'
import { paperPages, portalTabs } from './portalNavigation.ts'

const paths = (modulesOff: readonly string[]) => portalTabs(modulesOff).map(({ path }) => path)

test('a module that is off has no tab in the portal', () => {
  expect(paths(['work', 'invoices', 'payments'])).toEqual(['', 'agreements'])
  expect(paperPages(['tax']).map(({ path }) => path)).toEqual(['agreements', 'payout'])
})

test('the tab of the papers leads to the first of them that is on', () => {
  expect(paths(['agreements'])).toEqual(['', 'work', 'invoices', 'payments', 'tax'])
  expect(paths(['agreements', 'tax']).at(-1)).toBe('payout')
})

test('with everything on there are five tabs, as many as a thumb can tell apart', () => {
  expect(paths([])).toEqual(['', 'work', 'invoices', 'payments', 'agreements'])
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { decimalsOf } from './currency.ts'

test('most currencies have cents', () => {
  expect(['USD', 'EUR', 'GBP', 'INR', 'MXN'].map(decimalsOf)).toEqual([2, 2, 2, 2, 2])
})

test('yen and won have none, dinars have three, the unidad de fomento has four', () => {
  expect(['JPY', 'KRW', 'VND'].map(decimalsOf)).toEqual([0, 0, 0])
  expect(['KWD', 'BHD', 'TND'].map(decimalsOf)).toEqual([3, 3, 3])
  expect(['CLF', 'UYW'].map(decimalsOf)).toEqual([4, 4])
})

test('a name every object inherits is not mistaken for a currency', () => {
  expect(decimalsOf('constructor')).toBe(2)
  expect(decimalsOf('toString')).toBe(2)
})

/** Metals, bond units and test codes: ISO 4217 gives them no minor unit at all, and nobody is paid in them. */
const withoutMinorUnit = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '))

sharedTest('every currency of ISO 4217 has the decimals the standard gives it', () => {
  const published = sharedJson(
    'iso/iso4217-minor-units.json',
    z.array(z.object({ code: z.string(), minorUnits: z.int() })),
  )
  const currencies = published.filter(({ code }) => !withoutMinorUnit.has(code))

  const wrong = currencies.filter(({ code, minorUnits }) => decimalsOf(code) !== minorUnits)

  expect(currencies.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

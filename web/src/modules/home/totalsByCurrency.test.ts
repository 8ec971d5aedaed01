import { expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { totalsByCurrency } from './totalsByCurrency.ts'

test('nothing comes to no sum at all', () => expect(totalsByCurrency([])).toEqual([]))

test('each currency has a sum of its own', () => {
  const amounts = [money(100n, 'USD'), money(900n, 'EUR'), money(50n, 'USD')]

  expect(totalsByCurrency(amounts)).toEqual([money(150n, 'USD'), money(900n, 'EUR')])
})

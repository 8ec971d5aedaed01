import { expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { money } from '#kernel/money.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import type { PayableTotal } from '#modules/payments/contract.ts'
import { firstPayDay } from './firstPayDay.ts'

const day = (text: string) => PlainDate.parse(text)
const total = (dueNow: number, nextDueOn: string | null): PayableTotal => ({
  legalEntityId: LegalEntityId.parse('0199a000-0000-7000-8000-000000000001'),
  legalEntityName: 'Northwind LLC',
  currency: 'USD',
  due: { count: dueNow, total: money(0n, 'USD') },
  held: { count: 0, total: money(0n, 'USD') },
  later: { count: 1, total: money(0n, 'USD') },
  nextDueOn: nextDueOn === null ? null : day(nextDueOn),
})

test('a run starts with today when something is due', () => {
  expect(firstPayDay([total(3, '2026-11-27')], day('2026-11-24'))).toBe('2026-11-24')
})

test('a run starts with Monday when something is due on a weekend', () => {
  expect(firstPayDay([total(3, '2026-11-27')], day('2026-11-21'))).toBe('2026-11-23')
  expect(firstPayDay([total(3, '2026-11-27')], day('2026-11-22'))).toBe('2026-11-23')
})

test('a run starts with the next due day while nothing is due', () => {
  expect(firstPayDay([total(0, '2026-12-01'), total(0, '2026-11-27')], day('2026-11-22'))).toBe('2026-11-27')
})

test('a run starts with the next weekday while nothing is owed', () => {
  expect(firstPayDay([total(0, null)], day('2026-11-22'))).toBe('2026-11-23')
})

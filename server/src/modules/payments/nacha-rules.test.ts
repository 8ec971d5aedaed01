import { expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { entryDescriptionOn, sameDayEntryLimitOn } from './nacha-rules.ts'

const day = (text: string) => PlainDate.parse(text)

test('a person paid from 20 March 2026 on reads PAYROLL, before that CONTRACTOR', () => {
  expect(entryDescriptionOn('PPD', day('2026-03-19'))).toBe('CONTRACTOR')
  expect(entryDescriptionOn('PPD', day('2026-03-20'))).toBe('PAYROLL')
})

test('a business reads VENDOR PAY', () => {
  expect(entryDescriptionOn('CCD', day('2026-03-20'))).toBe('VENDOR PAY')
})

test('every description fits its ten columns', () => {
  for (const sec of ['PPD', 'CCD'] as const)
    for (const date of ['2020-01-01', '2030-01-01'])
      expect(entryDescriptionOn(sec, day(date)).length).toBeLessThan(11)
})

test('a same-day payment is a million dollars at most since 18 March 2022', () => {
  expect(sameDayEntryLimitOn(day('2026-11-23'))).toBe(100_000_000n)
  expect(sameDayEntryLimitOn(day('2022-03-17'))).toBe(10_000_000n)
})

test('a day for which no rule is known is a defect, not a guess', () => {
  expect(() => sameDayEntryLimitOn(day('2015-01-01'))).toThrow('no Nacha rule in force on 2015-01-01')
})

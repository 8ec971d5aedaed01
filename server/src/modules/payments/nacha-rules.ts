import { PlainDate } from '#kernel/dates.ts'

/** Standard entry class: PPD is a credit to a person's account, CCD one to the account of a business. */
export type Sec = 'PPD' | 'CCD'

type Rule<Value> = Readonly<{
  value: Value
  effectiveFrom: PlainDate
  /** The last day the rule held, or undefined while it holds. */
  effectiveTo: PlainDate | undefined
  source: string
  asOf: PlainDate
}>

const day = (text: string) => PlainDate.parse(text)
const asOf = day('2026-11-21')

/**
 * What the payee reads on the statement. From 2026-03-20 a PPD credit of wages and similar compensation says PAYROLL,
 * whatever the employment status of the person who is paid.
 */
const entryDescriptions: Readonly<Record<Sec, readonly Rule<string>[]>> = {
  PPD: [
    {
      value: 'PAYROLL',
      effectiveFrom: day('2026-03-20'),
      effectiveTo: undefined,
      source: 'Nacha Operating Rules, Company Entry Descriptions, effective 2026-03-20',
      asOf,
    },
    {
      value: 'CONTRACTOR',
      effectiveFrom: day('1990-01-01'),
      effectiveTo: day('2026-03-19'),
      source: 'Nacha Operating Rules, Appendix Three: chosen by the originator',
      asOf,
    },
  ],
  CCD: [
    {
      value: 'VENDOR PAY',
      effectiveFrom: day('1990-01-01'),
      effectiveTo: undefined,
      source: 'Nacha Operating Rules, Appendix Three: chosen by the originator',
      asOf,
    },
  ],
}

/** The largest entry that may settle on the day it is sent, in cents. */
const sameDayEntryLimits: readonly Rule<bigint>[] = [
  {
    value: 100_000_000n,
    effectiveFrom: day('2022-03-18'),
    effectiveTo: undefined,
    source: 'Nacha Operating Rules, Same Day ACH dollar limit, effective 2022-03-18',
    asOf,
  },
  {
    value: 10_000_000n,
    effectiveFrom: day('2020-03-20'),
    effectiveTo: day('2022-03-17'),
    source: 'Nacha Operating Rules, Same Day ACH dollar limit, effective 2020-03-20',
    asOf,
  },
]

export const entryDescriptionOn = (sec: Sec, date: PlainDate): string => inForceOn(entryDescriptions[sec], date)

export const sameDayEntryLimitOn = (date: PlainDate): bigint => inForceOn(sameDayEntryLimits, date)

const inForceOn = <Value>(rules: readonly Rule<Value>[], date: PlainDate): Value => {
  const rule = rules.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === undefined || date <= effectiveTo),
  )
  if (rule === undefined) throw new Error(`There is no Nacha rule in force on ${date}.`)
  return rule.value
}

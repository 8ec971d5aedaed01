import { cut } from '#kernel/cut.ts'
import { PlainDate } from '#kernel/dates.ts'
import { moneyFrom, plainDecimal } from '#kernel/decimal.ts'
import { type Currency, type Money, zero } from '#kernel/money.ts'
import type { EInvoicePeriod } from './e-invoice.ts'
import type { Findings } from './findings.ts'
import type { Layout, PeriodLayout } from './layout.ts'
import { elementsAt, placeOf, wordsOf, type XmlPath } from './xml-path.ts'
import type { XmlElement } from './xml-tree.ts'

/**
 * What every field is read with. A required field that cannot be read is found and a stand-in goes on in its place, so
 * that one reading names everything that is missing; a value with a finding never leaves `interpret-invoice.ts`.
 */
export type Reading = Readonly<{ layout: Layout; findings: Findings; currency: Currency }>

/** An element of the file and the pointer of what is read from it: `#/lines/0`. */
export type Spot = Readonly<{ element: XmlElement; pointer: string; reading: Reading }>

/** The text of a field that may stand once. Twice is refused: which one counts could only be guessed. */
export const fieldText = (spot: Spot, key: string, path: XmlPath): string | undefined =>
  wordsOf(fieldElement(spot, key, path))

export const requiredText = (spot: Spot, key: string, path: XmlPath): string =>
  required(spot, key, fieldText(spot, key, path)) ?? ''

const fieldElement = ({ element, pointer, reading }: Spot, key: string, path: XmlPath): XmlElement | undefined => {
  const [found, another] = elementsAt(element, path)
  reading.findings.place(`${pointer}/${key}`, found?.path ?? placeOf(element, path))
  if (another) reading.findings.refuse(`${pointer}/${key}`, 'stands there more than once')
  return found
}

const required = <Value>({ pointer, reading }: Spot, key: string, value: Value | undefined): Value | undefined => {
  if (value === undefined) reading.findings.refuse(`${pointer}/${key}`, 'is missing')
  return value
}

export const fieldDate = (spot: Spot, key: string, path: XmlPath): PlainDate | undefined => {
  const element = fieldElement(spot, key, path)
  return element && dateIn(spot, key, element)
}

export const dateIn = (spot: Spot, key: string, element: XmlElement): PlainDate | undefined => {
  if (!wordsOf(element)) return undefined
  const date = PlainDate.safeParse(spot.reading.layout.dateText(element))
  if (date.success) return date.data
  spot.reading.findings.refuse(`${spot.pointer}/${key}`, `says “${shortened(element.text)}”, which is no date`)
  return undefined
}

export const requiredDate = (spot: Spot, key: string, path: XmlPath): PlainDate =>
  required(spot, key, fieldDate(spot, key, path)) ?? PlainDate.parse('1970-01-01')

export const fieldPeriod = (spot: Spot, { from, to }: PeriodLayout): EInvoicePeriod => ({
  from: fieldDate(spot, 'period/from', from),
  to: fieldDate(spot, 'period/to', to),
})

/** An exact decimal in its one plain way of writing, so that "19" and "19.00" are the same rate. */
export const fieldDecimal = (spot: Spot, key: string, path: XmlPath): string | undefined => {
  const text = fieldText(spot, key, path)
  const decimal = text && plainDecimal(text)
  if (text && decimal === undefined)
    spot.reading.findings.refuse(`${spot.pointer}/${key}`, `says “${shortened(text)}”, which is no decimal number`)
  return decimal
}

export const requiredDecimal = (spot: Spot, key: string, path: XmlPath): string =>
  required(spot, key, fieldDecimal(spot, key, path)) ?? '0'

export const fieldAmount = (spot: Spot, key: string, path: XmlPath): Money | undefined => {
  const element = fieldElement(spot, key, path)
  return element && amountIn(spot, key, { element, currency: spot.reading.currency })
}

export const requiredAmount = (spot: Spot, key: string, path: XmlPath): Money =>
  required(spot, key, fieldAmount(spot, key, path)) ?? zero(spot.reading.currency)

type Amount = Readonly<{ element: XmlElement; currency: Currency }>

/** An amount in one currency. Where the file names a currency at the amount, it must be that one. */
export const amountIn = (spot: Spot, key: string, { element, currency }: Amount): Money | undefined => {
  const pointer = `${spot.pointer}/${key}`
  const { findings } = spot.reading
  const text = wordsOf(element)
  if (!text) return undefined
  const named = element.attributes.get('currencyID')?.trim() || currency
  const decimal = plainDecimal(text)
  const amount = decimal === undefined ? undefined : moneyFrom(decimal, currency)
  if (named !== currency) findings.refuse(pointer, `is in ${shortened(named)} where ${currency} is expected`)
  else if (decimal === undefined) findings.refuse(pointer, `says “${shortened(text)}”, which is no decimal number`)
  else if (!amount)
    findings.refuse(pointer, `says ${shortened(text)}, which is too large or too fine for ${currency}`)
  return amount
}

export const shortened = (text: string): string => {
  const words = text.trim()
  return words.length > 40 ? `${cut(words, 40)}…` : words
}

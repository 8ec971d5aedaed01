import { decimalsOf } from '#kernel/currency.ts'
import { percentOf } from '#kernel/decimal.ts'
import { add, decimalOf, type Money, subtract, sumOf, zero } from '#kernel/money.ts'
import type { EInvoice, EInvoiceTax } from './e-invoice.ts'
import { shortened } from './fields.ts'
import type { Findings } from './findings.ts'

/** Whether every sum of the invoice is what its parts make (EN 16931-1, clause 6.4: rules BR-CO-10 to BR-CO-17). */
export const checkTotals = (invoice: Omit<EInvoice, 'remarks'>, findings: Findings): void => {
  const { totals, lines, taxes, currency } = invoice
  const sum = (amounts: readonly Money[]) => sumOf(amounts, currency)
  const ofKind = (kind: 'allowance' | 'charge') =>
    sum(invoice.adjustments.filter((adjustment) => adjustment.kind === kind).map(({ amount }) => amount))
  const expect = (field: keyof EInvoice['totals'], expected: Money, parts: string) => {
    const said = totals[field] ?? zero(currency)
    if (said.minor !== expected.minor)
      findings.refuse(`#/totals/${field}`, `is ${words(said)}, but ${parts} make ${words(expected)}`)
  }

  expect('lineNet', sum(lines.map(({ netAmount }) => netAmount)), 'the lines (BT-131)')
  expect('allowances', ofKind('allowance'), 'the allowances (BT-92)')
  expect('charges', ofKind('charge'), 'the charges (BT-99)')
  const withoutTax = add(subtract(totals.lineNet, totals.allowances), totals.charges)
  expect('taxExclusive', withoutTax, 'lines less allowances plus charges (BT-106, BT-107, BT-108)')
  expect('tax', sum(taxes.map(({ amount }) => amount)), 'the tax categories (BT-117)')
  expect('taxInclusive', add(totals.taxExclusive, totals.tax), 'the total without tax and the tax (BT-109, BT-110)')
  const due = add(subtract(totals.taxInclusive, totals.prepaid), totals.rounding)
  expect('payable', due, 'the total with tax less what is paid plus rounding (BT-112, BT-113, BT-114)')
  checkTaxes(invoice, findings)
}

const words = (amount: Money): string => `${decimalOf(amount)} ${amount.currency}`

/** A category and a rate make one row of the breakdown. No rate and a rate of nothing are the same. */
type Taxed = Readonly<{ category: string; rate: string | undefined }>
const keyOf = ({ category, rate }: Taxed): string => `${shortened(category)} at ${rate ?? '0'} %`

const checkTaxes = (invoice: Omit<EInvoice, 'remarks'>, findings: Findings): void => {
  const parts = taxedParts(invoice)
  const made = new Map<string, Money>()
  for (const part of parts) made.set(keyOf(part), add(part.amount, made.get(keyOf(part)) ?? zero(invoice.currency)))
  const rows = new Set<string>()
  for (const [index, tax] of invoice.taxes.entries()) {
    const key = keyOf(tax)
    if (rows.has(key)) findings.refuse(`#/taxes/${index}/category`, `has ${key} a second time`)
    rows.add(key)
    const basis = made.get(key) ?? zero(invoice.currency)
    const because = `everything of ${key} makes ${words(basis)}`
    if (!isNear(tax.basis, basis)) findings.refuse(`#/taxes/${index}/basis`, `is ${words(tax.basis)}, but ${because}`)
    checkTax(tax, index, findings)
  }
  for (const part of parts)
    if (!rows.has(keyOf(part)))
      findings.refuse(
        `${part.pointer}/taxCategory`,
        `is ${keyOf(part)}, which the tax breakdown (BG-23) does not have`,
      )
}

const checkTax = (tax: EInvoiceTax, index: number, findings: Findings): void => {
  const expected = percentOf(tax.basis, tax.rate ?? '0')
  const isRight = expected.minor === 0n ? tax.amount.minor === 0n : isNear(tax.amount, expected)
  if (isRight) return
  const because = `${tax.rate ?? '0'} % of ${words(tax.basis)} are ${words(expected)}`
  findings.refuse(`#/taxes/${index}/amount`, `is ${words(tax.amount)}, but ${because}`)
}

/** Everything that is taxed: the lines, the charges, and less the allowances of the document. */
const taxedParts = ({ lines, adjustments, currency }: Omit<EInvoice, 'remarks'>) => [
  ...lines.map(({ taxCategory, taxRate, netAmount }, index) => ({
    pointer: `#/lines/${index}`,
    category: taxCategory,
    rate: taxRate,
    amount: netAmount,
  })),
  ...adjustments.map(({ kind, taxCategory, taxRate, amount }, index) => ({
    pointer: `#/adjustments/${index}`,
    category: taxCategory ?? '',
    rate: taxRate,
    amount: kind === 'charge' ? amount : subtract(zero(currency), amount),
  })),
]

/**
 * Within one whole unit of the currency, as the official rules of EN 16931 allow per tax category (BR-CO-17, BR-S-08):
 * tax is often added up line by line. It never reaches a total, because those must match to the minor unit.
 */
const isNear = (said: Money, expected: Money): boolean => {
  const difference = said.minor - expected.minor
  const unit = 10n ** BigInt(decimalsOf(said.currency))
  return difference <= unit && difference >= -unit
}

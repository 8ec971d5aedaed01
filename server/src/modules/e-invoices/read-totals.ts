import { Currency, type Money, zero } from '#kernel/money.ts'
import type { EInvoiceTax, EInvoiceTotals } from './e-invoice.ts'
import { amountIn, fieldAmount, fieldDecimal, requiredAmount, requiredText, type Spot, shortened } from './fields.ts'
import { elementsAt, placeOf, textAt } from './xml-path.ts'

export const readTaxes = (document: Spot): readonly EInvoiceTax[] => {
  const { layout, findings, currency } = document.reading
  const groups = layout.taxGroups(document.element, currency)
  const taxes = groups
    .flatMap((group) => elementsAt(group, layout.tax.at))
    .map((element, index) => readTax({ ...document, element, pointer: `#/taxes/${index}` }))
  findings.place('#/taxes', placeOf(groups[0] ?? document.element, layout.tax.at))
  if (taxes.length === 0)
    findings.refuse('#/taxes', 'is missing: there must be at least one category, even without tax')
  return taxes
}

const readTax = (spot: Spot): EInvoiceTax => {
  const { tax } = spot.reading.layout
  return {
    category: requiredText(spot, 'category', tax.category),
    rate: fieldDecimal(spot, 'rate', tax.rate),
    basis: requiredAmount(spot, 'basis', tax.basis),
    amount: requiredAmount(spot, 'amount', tax.amount),
    exemptionReason: textAt(spot.element, tax.exemptionReason),
    exemptionCode: textAt(spot.element, tax.exemptionCode),
  }
}

/** What EN 16931 leaves out when it is nothing (allowances, charges, prepaid, rounding, tax) is zero here. */
export const readTotals = (document: Spot): EInvoiceTotals => {
  const { layout, currency } = document.reading
  const { totals } = layout
  const orNothing = (key: string, path: string) => fieldAmount(document, `totals/${key}`, path) ?? zero(currency)
  return {
    lineNet: requiredAmount(document, 'totals/lineNet', totals.lineNet),
    allowances: orNothing('allowances', totals.allowances),
    charges: orNothing('charges', totals.charges),
    taxExclusive: requiredAmount(document, 'totals/taxExclusive', totals.taxExclusive),
    ...readTaxTotals(document),
    taxInclusive: requiredAmount(document, 'totals/taxInclusive', totals.taxInclusive),
    prepaid: orNothing('prepaid', totals.prepaid),
    rounding: orNothing('rounding', totals.rounding),
    payable: requiredAmount(document, 'totals/payable', totals.payable),
  }
}

/** The total tax may stand there twice, but then in two currencies: that of the invoice and that of its accounting. */
const readTaxTotals = (document: Spot): Pick<EInvoiceTotals, 'tax' | 'taxInAccountingCurrency'> => {
  const { layout, findings, currency } = document.reading
  const accounting = textAt(document.element, layout.taxCurrency) ?? currency
  const read = { tax: [] as (Money | undefined)[], taxInAccountingCurrency: [] as (Money | undefined)[] }
  findings.place('#/totals/tax', placeOf(document.element, layout.taxTotals))
  for (const element of elementsAt(document.element, layout.taxTotals)) {
    const named = element.attributes.get('currencyID')?.trim() || currency
    const key = named === currency ? 'tax' : 'taxInAccountingCurrency'
    const pointer = `#/totals/${key}`
    findings.place(pointer, element.path)
    if (read[key].length > 0) findings.refuse(pointer, 'stands there more than once')
    else if ((named !== currency && named !== accounting) || !Currency.safeParse(named).success)
      findings.refuse(pointer, `is in ${shortened(named)}, which this invoice has nothing to do with`)
    else read[key].push(amountIn(document, `totals/${key}`, { element, currency: named }))
  }
  return { tax: read.tax[0] ?? zero(currency), taxInAccountingCurrency: read.taxInAccountingCurrency[0] }
}

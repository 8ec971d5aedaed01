import { priceFor } from '#kernel/decimal.ts'
import { add, subtract } from '#kernel/money.ts'
import type { EInvoiceAdjustment, EInvoiceLine } from './e-invoice.ts'
import {
  fieldDecimal,
  fieldPeriod,
  fieldText,
  requiredAmount,
  requiredDecimal,
  requiredText,
  type Spot,
} from './fields.ts'
import type { AdjustmentLayout } from './layout.ts'
import { elementsAt, placeOf, proseAt, textAt } from './xml-path.ts'

export const readLines = (document: Spot): readonly EInvoiceLine[] => {
  const { layout, findings } = document.reading
  const lines = elementsAt(document.element, layout.lines)
    .filter(layout.line.counts)
    .map((element, index) => readLine({ ...document, element, pointer: `#/lines/${index}` }))
  findings.place('#/lines', placeOf(document.element, layout.lines))
  if (lines.length === 0) findings.refuse('#/lines', 'are missing: there must be at least one')
  return lines
}

const readLine = (spot: Spot): EInvoiceLine => {
  const { line } = spot.reading.layout
  const read = {
    id: requiredText(spot, 'id', line.id),
    name: requiredText(spot, 'name', line.name),
    description: proseAt(spot.element, line.description)[0],
    note: proseAt(spot.element, line.note)[0],
    orderLine: textAt(spot.element, line.orderLine),
    quantity: requiredDecimal(spot, 'quantity', line.quantity),
    unitCode: elementsAt(spot.element, line.quantity)[0]?.attributes.get('unitCode')?.trim() || undefined,
    unitPrice: requiredDecimal(spot, 'unitPrice', line.unitPrice),
    baseQuantity: readBaseQuantity(spot),
    netAmount: requiredAmount(spot, 'netAmount', line.netAmount),
    taxCategory: requiredText(spot, 'taxCategory', line.taxCategory),
    taxRate: fieldDecimal(spot, 'taxRate', line.taxRate),
    period: fieldPeriod(spot, line.period),
    adjustments: readAdjustments(spot, [line.adjustments]),
  }
  const fromPrice = netFromPrice(read)
  return { ...read, fromPrice, followsFromPrice: fromPrice.minor === read.netAmount.minor }
}

/** The price is for one unit unless the line says for how many. */
const readBaseQuantity = (spot: Spot): string => {
  const quantity = fieldDecimal(spot, 'baseQuantity', spot.reading.layout.line.baseQuantity) ?? '1'
  if (quantity !== '0' && !quantity.startsWith('-')) return quantity
  spot.reading.findings.refuse(`${spot.pointer}/baseQuantity`, `is ${quantity}, but must be more than zero`)
  return '1'
}

const netFromPrice = (line: Omit<EInvoiceLine, 'followsFromPrice' | 'fromPrice'>) =>
  line.adjustments.reduce(
    (net, { kind, amount }) => (kind === 'charge' ? add(net, amount) : subtract(net, amount)),
    priceFor(line, line.netAmount.currency),
  )

/** Allowances and charges of a line, or of the whole document. */
export const readAdjustments = (spot: Spot, layouts: readonly AdjustmentLayout[]): readonly EInvoiceAdjustment[] =>
  layouts
    .flatMap((layout) => elementsAt(spot.element, layout.at).map((element) => ({ element, layout })))
    .map(({ element, layout }, index) =>
      readAdjustment({ ...spot, element, pointer: `${spot.pointer}/adjustments/${index}` }, layout),
    )

const readAdjustment = (spot: Spot, layout: AdjustmentLayout): EInvoiceAdjustment => ({
  kind: readKind(spot, layout),
  amount: requiredAmount(spot, 'amount', layout.amount),
  reason: textAt(spot.element, layout.reason),
  reasonCode: textAt(spot.element, layout.reasonCode),
  taxCategory: layout.tax && requiredText(spot, 'taxCategory', layout.tax.category),
  taxRate: layout.tax && fieldDecimal(spot, 'taxRate', layout.tax.rate),
})

const readKind = (spot: Spot, { isCharge }: AdjustmentLayout): EInvoiceAdjustment['kind'] => {
  const mark = isCharge === undefined ? 'true' : fieldText(spot, 'kind', isCharge)
  if (mark === 'true' || mark === '1') return 'charge'
  if (mark !== 'false' && mark !== '0')
    spot.reading.findings.refuse(`${spot.pointer}/kind`, 'must say true (a charge) or false (an allowance)')
  return 'allowance'
}

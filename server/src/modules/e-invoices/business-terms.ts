/** Every field by its business term and name (EN 16931-1, clause 6). A star stands for a place in a list. */
const namesByField: Readonly<Record<string, string>> = {
  '/profile': 'BT-24, the specification identifier',
  '/number': 'BT-1, the invoice number',
  '/issueDate': 'BT-2, the issue date',
  '/typeCode': 'BT-3, the type code',
  '/currency': 'BT-5, the currency',
  '/dueDate': 'BT-9, the due date',
  '/deliveryDate': 'BT-72, the delivery date',
  '/period/from': 'BT-73, the first day of the period',
  '/period/to': 'BT-74, the last day of the period',
  '/seller/name': 'BT-27, the seller’s name',
  '/buyer/name': 'BT-44, the buyer’s name',
  '/payee/name': 'BT-59, the payee’s name',
  '/lines': 'BG-25, the invoice lines',
  '/lines/*/id': 'BT-126, the line’s identifier',
  '/lines/*/name': 'BT-153, the item’s name',
  '/lines/*/quantity': 'BT-129, the invoiced quantity',
  '/lines/*/unitPrice': 'BT-146, the item’s net price',
  '/lines/*/baseQuantity': 'BT-149, the quantity the price is for',
  '/lines/*/netAmount': 'BT-131, the line’s net amount',
  '/lines/*/taxCategory': 'BT-151, the line’s tax category',
  '/lines/*/taxRate': 'BT-152, the line’s tax rate',
  '/lines/*/period/from': 'BT-134, the first day of the line’s period',
  '/lines/*/period/to': 'BT-135, the last day of the line’s period',
  '/lines/*/adjustments/*/kind': 'BG-27/BG-28, the mark that tells a line’s allowance from a charge',
  '/lines/*/adjustments/*/amount': 'BT-136/BT-141, the amount of a line’s allowance or charge',
  '/adjustments/*/kind': 'BG-20/BG-21, the mark that tells an allowance from a charge',
  '/adjustments/*/amount': 'BT-92/BT-99, the amount of an allowance or charge',
  '/adjustments/*/taxCategory': 'BT-95/BT-102, the tax category of an allowance or charge',
  '/adjustments/*/taxRate': 'BT-96/BT-103, the tax rate of an allowance or charge',
  '/taxes': 'BG-23, the tax breakdown',
  '/taxes/*/category': 'BT-118, the tax category',
  '/taxes/*/rate': 'BT-119, the tax rate',
  '/taxes/*/basis': 'BT-116, the amount taxed in this category',
  '/taxes/*/amount': 'BT-117, the tax in this category',
  '/totals/lineNet': 'BT-106, the sum of the lines',
  '/totals/allowances': 'BT-107, the sum of the allowances',
  '/totals/charges': 'BT-108, the sum of the charges',
  '/totals/taxExclusive': 'BT-109, the total without tax',
  '/totals/tax': 'BT-110, the total tax',
  '/totals/taxInAccountingCurrency': 'BT-111, the total tax in its accounting currency',
  '/totals/taxInclusive': 'BT-112, the total with tax',
  '/totals/prepaid': 'BT-113, the amount already paid',
  '/totals/rounding': 'BT-114, the rounding amount',
  '/totals/payable': 'BT-115, the amount due',
}

/** `{ term: "BT-131", name: "BT-131, the line’s net amount" }` for `#/lines/4/netAmount`. */
export const businessTermOf = (pointer: string): Readonly<{ term: string; name: string }> => {
  const name = namesByField[pointer.replace('#', '').replaceAll(/\/\d+(?=\/|$)/g, '/*')]
  if (!name) throw new Error(`${pointer} has no business term.`)
  return { term: name.slice(0, name.indexOf(',')), name }
}

import type { EInvoice } from '#modules/e-invoices/e-invoice.ts'

/**
 * Judges what was read from an e-invoice by scanning the file's text itself. It knows only the names of the elements
 * and shares nothing with the reader, so that a mistake there cannot hide here. An empty answer means no fault.
 */
export const eInvoiceFaults = (xml: string, invoice: EInvoice): readonly string[] => {
  const said = saidBy(leavesOf(xml))
  const read = readIn(invoice)
  return Object.keys(said)
    .filter((key) => said[key] !== read[key])
    .map((key) => `${key}: the file says ${said[key]}, read was ${read[key]}`)
}

type Leaf = Readonly<{ path: string; text: string; currency: string | undefined }>

const token = /<(?<end>\/?)(?:[\w.-]+:)?(?<name>[\w.-]+)(?<attributes>[^>]*?)(?<empty>\/?)>(?<text>[^<]*)/g

/** Every element in the order of the file, with its path of bare names. */
export const leavesOf = (xml: string): readonly Leaf[] => {
  const plain = xml
    .replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
  const open: string[] = []
  const leaves: Leaf[] = []
  for (const { groups } of plain.matchAll(token)) {
    if (groups!.end) open.pop()
    else {
      const currency = /currencyID\s*=\s*["']([A-Z]+)/.exec(groups!.attributes!)?.[1]
      open.push(groups!.name!)
      leaves.push({ path: open.join('/'), text: decoded(groups!.text!.trim()), currency })
      if (groups!.empty) open.pop()
    }
  }
  return leaves
}

/** On one line, as names and numbers are read. */
const decoded = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

/** Hundredths as text: every sample is in a currency of two decimals. */
const cents = (text: string | undefined): string => {
  const [, minus, whole, fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text ?? '0')!
  if (/[1-9]/.test(fraction.slice(2))) throw new Error(`${text} has more than cents.`)
  const absolute = BigInt(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`)
  return String(minus === '-' ? -absolute : absolute)
}

type Paths = Readonly<Record<string, string>>

const ublPaths = (root: string): Paths => ({
  number: `${root}/ID`,
  issueDate: `${root}/IssueDate`,
  dueDate: root === 'Invoice' ? `${root}/DueDate` : `${root}/PaymentMeans/PaymentDueDate`,
  typeCode: `${root}/${root}TypeCode`,
  profile: `${root}/CustomizationID`,
  currency: `${root}/DocumentCurrencyCode`,
  buyerReference: `${root}/BuyerReference`,
  seller: `${root}/AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName`,
  buyer: `${root}/AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName`,
  account: `${root}/PaymentMeans/PayeeFinancialAccount/ID`,
  otherAccount: '',
  lineIds: `${root}/${root}Line/ID`,
  lineNames: `${root}/${root}Line/Item/Name`,
  lineNets: `${root}/${root}Line/LineExtensionAmount`,
  quantities: `${root}/${root}Line/${root === 'Invoice' ? 'Invoiced' : 'Credited'}Quantity`,
  prices: `${root}/${root}Line/Price/PriceAmount`,
  adjustments: `${root}/AllowanceCharge/Amount`,
  bases: `${root}/TaxTotal/TaxSubtotal/TaxableAmount`,
  taxes: `${root}/TaxTotal/TaxSubtotal/TaxAmount`,
  rates: `${root}/TaxTotal/TaxSubtotal/TaxCategory/Percent`,
  taxTotals: `${root}/TaxTotal/TaxAmount`,
  ...Object.fromEntries(
    Object.entries({
      lineNet: 'LineExtensionAmount',
      allowances: 'AllowanceTotalAmount',
      charges: 'ChargeTotalAmount',
      taxExclusive: 'TaxExclusiveAmount',
      taxInclusive: 'TaxInclusiveAmount',
      prepaid: 'PrepaidAmount',
      rounding: 'PayableRoundingAmount',
      payable: 'PayableAmount',
    }).map(([key, name]) => [key, `${root}/LegalMonetaryTotal/${name}`]),
  ),
})

const ciiPaths = (root: string): Paths => {
  const trade = `${root}/SupplyChainTradeTransaction`
  const header = `${trade}/ApplicableHeaderTrade`
  const line = `${trade}/IncludedSupplyChainTradeLineItem`
  const settlement = `${line}/SpecifiedLineTradeSettlement`
  const sums = `${header}Settlement/SpecifiedTradeSettlementHeaderMonetarySummation`
  return {
    number: `${root}/ExchangedDocument/ID`,
    issueDate: `${root}/ExchangedDocument/IssueDateTime/DateTimeString`,
    dueDate: `${header}Settlement/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString`,
    typeCode: `${root}/ExchangedDocument/TypeCode`,
    profile: `${root}/ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID`,
    currency: `${header}Settlement/InvoiceCurrencyCode`,
    buyerReference: `${header}Agreement/BuyerReference`,
    seller: `${header}Agreement/SellerTradeParty/Name`,
    buyer: `${header}Agreement/BuyerTradeParty/Name`,
    account: `${header}Settlement/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID`,
    otherAccount: `${header}Settlement/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/ProprietaryID`,
    lineIds: `${line}/AssociatedDocumentLineDocument/LineID`,
    lineNames: `${line}/SpecifiedTradeProduct/Name`,
    lineNets: `${settlement}/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount`,
    quantities: `${line}/SpecifiedLineTradeDelivery/BilledQuantity`,
    prices: `${line}/SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount`,
    adjustments: `${header}Settlement/SpecifiedTradeAllowanceCharge/ActualAmount`,
    bases: `${header}Settlement/ApplicableTradeTax/BasisAmount`,
    taxes: `${header}Settlement/ApplicableTradeTax/CalculatedAmount`,
    rates: `${header}Settlement/ApplicableTradeTax/RateApplicablePercent`,
    taxTotals: `${sums}/TaxTotalAmount`,
    lineNet: `${sums}/LineTotalAmount`,
    allowances: `${sums}/AllowanceTotalAmount`,
    charges: `${sums}/ChargeTotalAmount`,
    taxExclusive: `${sums}/TaxBasisTotalAmount`,
    taxInclusive: `${sums}/GrandTotalAmount`,
    prepaid: `${sums}/TotalPrepaidAmount`,
    rounding: `${sums}/RoundingAmount`,
    payable: `${sums}/DuePayableAmount`,
  }
}

const amounts = ['lineNet', 'allowances', 'charges', 'taxExclusive', 'taxInclusive', 'prepaid', 'rounding', 'payable']
const words = ['number', 'typeCode', 'profile', 'currency', 'buyerReference', 'seller', 'buyer']

const saidBy = (leaves: readonly Leaf[]): Readonly<Record<string, string | undefined>> => {
  const root = leaves[0]!.path
  const paths = root === 'CrossIndustryInvoice' ? ciiPaths(root) : ublPaths(root)
  const at = (key: string) => leaves.filter(({ path }) => path === paths[key])
  const text = (key: string) => at(key)[0]?.text || undefined
  const list = (key: string, wording: (text: string) => string = String) =>
    at(key)
      .map((leaf) => wording(leaf.text))
      .join(', ')
  const currency = text('currency')
  const inCurrency = ({ currency: named }: Leaf) => named === undefined || named === currency
  const date = (key: string) => text(key)?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return {
    ...Object.fromEntries(words.map((key) => [key, text(key)])),
    ...Object.fromEntries(amounts.map((key) => [key, cents(text(key))])),
    issueDate: date('issueDate'),
    dueDate: date('dueDate'),
    account: leaves.find(({ path }) => path === paths.account || path === paths.otherAccount)?.text,
    tax: cents(at('taxTotals').find(inCurrency)?.text),
    otherTax: at('taxTotals')
      .filter((leaf) => !inCurrency(leaf))
      .map((leaf) => cents(leaf.text))
      .join(),
    lineIds: list('lineIds'),
    lineNames: list('lineNames'),
    lineNets: list('lineNets', cents),
    quantities: list('quantities', (quantity) => String(Number(quantity))),
    prices: list('prices', (price) => String(Number(price))),
    adjustments: list('adjustments', cents),
    bases: list('bases', cents),
    taxes: list('taxes', cents),
    rates: list('rates', (rate) => String(Number(rate))),
  }
}

const readIn = (invoice: EInvoice): Readonly<Record<string, string | undefined>> => {
  const { lines, taxes, totals } = invoice
  const accounts = invoice.payment.means.map(({ account }) => account).filter((account) => account !== undefined)
  return {
    number: invoice.number,
    typeCode: invoice.typeCode,
    profile: invoice.profile,
    currency: invoice.currency,
    buyerReference: invoice.references.buyerReference,
    seller: invoice.seller.name,
    buyer: invoice.buyer.name,
    ...Object.fromEntries(Object.entries(totals).map(([key, amount]) => [key, amount && String(amount.minor)])),
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    account: accounts[0],
    otherTax: totals.taxInAccountingCurrency ? String(totals.taxInAccountingCurrency.minor) : '',
    lineIds: lines.map(({ id }) => id).join(', '),
    lineNames: lines.map(({ name }) => name).join(', '),
    lineNets: lines.map(({ netAmount }) => netAmount.minor).join(', '),
    quantities: lines.map(({ quantity }) => Number(quantity)).join(', '),
    prices: lines.map(({ unitPrice }) => Number(unitPrice)).join(', '),
    adjustments: invoice.adjustments.map(({ amount }) => amount.minor).join(', '),
    bases: taxes.map(({ basis }) => basis.minor).join(', '),
    taxes: taxes.map(({ amount }) => amount.minor).join(', '),
    rates: taxes.flatMap(({ rate }) => (rate === undefined ? [] : Number(rate))).join(', '),
  }
}

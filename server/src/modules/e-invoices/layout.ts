import type { Currency } from '#kernel/money.ts'
import type { XmlPath } from './xml-path.ts'
import type { XmlElement } from './xml-tree.ts'

/**
 * Where each business term stands in one of the two syntaxes (EN 16931-3-2 for UBL, -3-3 for CII). Paths of a group
 * begin at the group. What cannot be said by a path alone is a small function.
 */
export type Layout = Readonly<{
  syntax: 'ubl' | 'cii'
  /** The text of a date element as year-month-day; undefined when it is written in another way. */
  dateText: (date: XmlElement) => string | undefined
  profile: XmlPath
  number: XmlPath
  typeCode: XmlPath
  issueDate: XmlPath
  dueDate: XmlPath
  deliveryDate: XmlPath
  period: PeriodLayout
  currency: XmlPath
  taxCurrency: XmlPath
  seller: PartyLayout
  buyer: PartyLayout
  payee: PartyLayout
  references: Readonly<{
    buyerReference: XmlPath
    order: XmlPath
    contract: XmlPath
    project: XmlPath
    precedingInvoices: XmlPath
  }>
  notes: XmlPath
  payment: PaymentLayout
  lines: XmlPath
  line: LineLayout
  adjustments: readonly AdjustmentLayout[]
  /** The amounts of total tax: one in the currency of the invoice, perhaps one in the accounting currency. */
  taxTotals: XmlPath
  /** What the tax breakdown stands in: the document, or the one total that is in the currency of the invoice. */
  taxGroups: (document: XmlElement, currency: Currency) => readonly XmlElement[]
  tax: TaxLayout
  totals: TotalsLayout
}>

export type PeriodLayout = Readonly<{ from: XmlPath; to: XmlPath }>

export type PartyLayout = Readonly<{
  at: XmlPath
  name: XmlPath
  tradingName: XmlPath
  vatId: (party: XmlElement) => string | undefined
  taxRegistration: (party: XmlElement) => string | undefined
  legalId: XmlPath
  electronicAddress: XmlPath
  addressLines: readonly XmlPath[]
  city: XmlPath
  postalCode: XmlPath
  region: XmlPath
  country: XmlPath
  contactName: XmlPath
  phone: XmlPath
  email: XmlPath
}>

export type PaymentLayout = Readonly<{
  terms: XmlPath
  remittance: XmlPath
  means: XmlPath
  code: XmlPath
  /** The first that is there: IBAN before national account number. */
  accounts: readonly XmlPath[]
  accountName: XmlPath
  bic: XmlPath
}>

export type LineLayout = Readonly<{
  id: XmlPath
  name: XmlPath
  description: XmlPath
  note: XmlPath
  orderLine: XmlPath
  quantity: XmlPath
  unitPrice: XmlPath
  baseQuantity: XmlPath
  netAmount: XmlPath
  taxCategory: XmlPath
  taxRate: XmlPath
  period: PeriodLayout
  adjustments: AdjustmentLayout
  /** Whether it is one of the lines that are added up, not a heading or a remark between them. */
  counts: (line: XmlElement) => boolean
}>

export type AdjustmentLayout = Readonly<{
  at: XmlPath
  /** Says `true` for a charge and `false` for an allowance. Without it, everything here is a charge. */
  isCharge: XmlPath | undefined
  amount: XmlPath
  reason: XmlPath
  reasonCode: XmlPath
  /** Only an allowance or charge of the document has its own tax; one of a line has that of the line. */
  tax: Readonly<{ category: XmlPath; rate: XmlPath }> | undefined
}>

export type TaxLayout = Readonly<{
  at: XmlPath
  category: XmlPath
  rate: XmlPath
  basis: XmlPath
  amount: XmlPath
  exemptionReason: XmlPath
  exemptionCode: XmlPath
}>

export type TotalsLayout = Readonly<{
  lineNet: XmlPath
  allowances: XmlPath
  charges: XmlPath
  taxExclusive: XmlPath
  taxInclusive: XmlPath
  prepaid: XmlPath
  rounding: XmlPath
  payable: XmlPath
}>

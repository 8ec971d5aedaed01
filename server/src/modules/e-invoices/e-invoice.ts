import type { PlainDate } from '#kernel/dates.ts'
import type { Currency, Money } from '#kernel/money.ts'

/**
 * What an e-invoice says, the same for both syntaxes of EN 16931 (UBL 2.1 and UN/CEFACT CII D16B). The business terms
 * (BT) and groups (BG) are those of EN 16931-1; `business-terms.ts` has one for every field.
 */
export type EInvoice = Readonly<{
  syntax: 'ubl' | 'cii'
  /** The specification it claims to follow (BT-24), such as XRechnung or Factur-X BASIC. */
  profile: string
  kind: 'invoice' | 'credit-note'
  /** UNTDID 1001: 380 commercial invoice, 381 credit note, 384 correction, 389 self-billed and so on. */
  typeCode: string
  number: string
  issueDate: PlainDate
  dueDate: PlainDate | undefined
  deliveryDate: PlainDate | undefined
  period: EInvoicePeriod
  currency: Currency
  seller: EInvoiceParty
  buyer: EInvoiceParty
  /** Who is to be paid when that is not the seller (BG-10). */
  payee: EInvoiceParty | undefined
  references: EInvoiceReferences
  notes: readonly string[]
  payment: EInvoicePayment
  lines: readonly EInvoiceLine[]
  adjustments: readonly EInvoiceAdjustment[]
  taxes: readonly EInvoiceTax[]
  totals: EInvoiceTotals
  /** What is odd and still could be read. */
  remarks: readonly EInvoiceRemark[]
}>

export type EInvoiceRemark = Readonly<{
  code: 'line-arithmetic' | 'tax-category' | 'line-id-repeated'
  detail: string
}>

/** The value, and whether it came alone or inside a PDF that a person can read as well. */
export type ReadEInvoice = EInvoice & Readonly<{ container: 'xml' | 'pdf' }>

export type EInvoicePeriod = Readonly<{ from: PlainDate | undefined; to: PlainDate | undefined }>

export type EInvoiceParty = Readonly<{
  name: string
  tradingName: string | undefined
  vatId: string | undefined
  /** The tax number that is no VAT identifier (BT-32). */
  taxRegistration: string | undefined
  legalId: string | undefined
  address: EInvoiceAddress
  electronicAddress: Readonly<{ scheme: string | undefined; value: string }> | undefined
  contact: Readonly<{ name: string | undefined; phone: string | undefined; email: string | undefined }>
}>

export type EInvoiceAddress = Readonly<{
  lines: readonly string[]
  city: string | undefined
  postalCode: string | undefined
  region: string | undefined
  country: string | undefined
}>

export type EInvoiceReferences = Readonly<{
  buyerReference: string | undefined
  order: string | undefined
  contract: string | undefined
  project: string | undefined
  /** The invoices that this one corrects or credits (BG-3). */
  precedingInvoices: readonly string[]
}>

export type EInvoicePayment = Readonly<{
  terms: string | undefined
  /** What the payer is asked to quote (BT-83). */
  remittance: string | undefined
  means: readonly EInvoicePaymentMeans[]
}>

export type EInvoicePaymentMeans = Readonly<{
  /** UNTDID 4461: 30 credit transfer, 58 SEPA credit transfer, 59 SEPA direct debit and so on. */
  code: string | undefined
  /** An IBAN or, where there is none, a national account number (BT-84). */
  account: string | undefined
  accountName: string | undefined
  bic: string | undefined
}>

export type EInvoiceLine = Readonly<{
  id: string
  name: string
  description: string | undefined
  note: string | undefined
  orderLine: string | undefined
  quantity: string
  unitCode: string | undefined
  /** Exact, often with more decimals than the currency has; for `baseQuantity` units, not always for one. */
  unitPrice: string
  baseQuantity: string
  netAmount: Money
  /**
   * Whether quantity × price, allowances and charges give the net amount to the minor unit. Rounded prices are common
   * in correct invoices (EN 16931 has no rule here), so this is told, not refused; the net amount is what counts.
   */
  followsFromPrice: boolean
  /** What quantity × price, allowances and charges give. */
  fromPrice: Money
  taxCategory: string
  taxRate: string | undefined
  period: EInvoicePeriod
  adjustments: readonly EInvoiceAdjustment[]
}>

/** An allowance or a charge, on a line or on the whole document. Only those of the document have a tax of their own. */
export type EInvoiceAdjustment = Readonly<{
  kind: 'allowance' | 'charge'
  amount: Money
  reason: string | undefined
  reasonCode: string | undefined
  taxCategory: string | undefined
  taxRate: string | undefined
}>

export type EInvoiceTax = Readonly<{
  /** UNCL 5305: S standard, Z zero, E exempt, AE reverse charge, K, G, O, L, M. */
  category: string
  /** Percent as an exact decimal; none where nothing is taxed (category O). */
  rate: string | undefined
  basis: Money
  amount: Money
  exemptionReason: string | undefined
  exemptionCode: string | undefined
}>

export type EInvoiceTotals = Readonly<{
  lineNet: Money
  allowances: Money
  charges: Money
  taxExclusive: Money
  tax: Money
  /** The tax in the currency it is accounted in, when that is another (BT-111). Never part of the sums. */
  taxInAccountingCurrency: Money | undefined
  taxInclusive: Money
  prepaid: Money
  rounding: Money
  payable: Money
}>

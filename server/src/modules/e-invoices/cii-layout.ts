import type { AdjustmentLayout, Layout, PartyLayout } from './layout.ts'
import { elementsAt, textAt, wordsOf } from './xml-path.ts'
import type { XmlElement } from './xml-tree.ts'

const document = 'rsm:ExchangedDocument'
const trade = 'rsm:SupplyChainTradeTransaction'
const agreement = `${trade}/ram:ApplicableHeaderTradeAgreement`
const settlement = `${trade}/ram:ApplicableHeaderTradeSettlement`
const totals = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`
const lineAgreement = 'ram:SpecifiedLineTradeAgreement'
const lineSettlement = 'ram:SpecifiedLineTradeSettlement'

const periodAt = (at: string) => ({
  from: `${at}/ram:StartDateTime/udt:DateTimeString`,
  to: `${at}/ram:EndDateTime/udt:DateTimeString`,
})

const partyAt = (at: string): PartyLayout => ({
  at,
  name: 'ram:Name',
  tradingName: 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName',
  vatId: (party) => taxNumberOf(party, 'VA'),
  taxRegistration: (party) => taxNumberOf(party, 'FC'),
  legalId: 'ram:SpecifiedLegalOrganization/ram:ID',
  electronicAddress: 'ram:URIUniversalCommunication/ram:URIID',
  addressLines: [
    'ram:PostalTradeAddress/ram:LineOne',
    'ram:PostalTradeAddress/ram:LineTwo',
    'ram:PostalTradeAddress/ram:LineThree',
  ],
  city: 'ram:PostalTradeAddress/ram:CityName',
  postalCode: 'ram:PostalTradeAddress/ram:PostcodeCode',
  region: 'ram:PostalTradeAddress/ram:CountrySubDivisionName',
  country: 'ram:PostalTradeAddress/ram:CountryID',
  contactName: 'ram:DefinedTradeContact/ram:PersonName',
  phone: 'ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber',
  email: 'ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID',
})

const taxNumberOf = (party: XmlElement, scheme: 'VA' | 'FC'): string | undefined =>
  elementsAt(party, 'ram:SpecifiedTaxRegistration/ram:ID')
    .filter(({ attributes }) => attributes.get('schemeID') === scheme)
    .map(wordsOf)
    .find((number) => number !== undefined)

const adjustmentAt = (at: string) => ({
  at,
  isCharge: 'ram:ChargeIndicator/udt:Indicator',
  amount: 'ram:ActualAmount',
  reason: 'ram:Reason',
  reasonCode: 'ram:ReasonCode',
})

const adjustment: AdjustmentLayout = {
  ...adjustmentAt(`${settlement}/ram:SpecifiedTradeAllowanceCharge`),
  tax: { category: 'ram:CategoryTradeTax/ram:CategoryCode', rate: 'ram:CategoryTradeTax/ram:RateApplicablePercent' },
}

/** Only in Factur-X EXTENDED: a charge for transport that has its own element and counts among the charges. */
const logistics: AdjustmentLayout = {
  at: `${settlement}/ram:SpecifiedLogisticsServiceCharge`,
  isCharge: undefined,
  amount: 'ram:AppliedAmount',
  reason: 'ram:Description',
  reasonCode: 'ram:ReasonCode',
  tax: { category: 'ram:AppliedTradeTax/ram:CategoryCode', rate: 'ram:AppliedTradeTax/ram:RateApplicablePercent' },
}

/** Lines of Factur-X EXTENDED that only head or explain the others; their amounts are not added up. */
const notAdded: ReadonlySet<string | undefined> = new Set(['GROUP', 'INFORMATION'])

/** UNTDID 2379: format 102 is year, month and day without anything between them. */
const dateText = ({ attributes, text }: XmlElement): string | undefined => {
  if ((attributes.get('format') ?? '102') !== '102') return undefined
  const date = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/.exec(text.trim())?.groups
  return date && `${date.year}-${date.month}-${date.day}`
}

/** UN/CEFACT Cross Industry Invoice D16B as EN 16931-3-3, Factur-X and XRechnung use it. */
export const ciiLayout: Layout = {
  syntax: 'cii',
  dateText,
  profile: 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
  number: `${document}/ram:ID`,
  typeCode: `${document}/ram:TypeCode`,
  issueDate: `${document}/ram:IssueDateTime/udt:DateTimeString`,
  dueDate: `${settlement}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`,
  deliveryDate: `${trade}/ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`,
  period: periodAt(`${settlement}/ram:BillingSpecifiedPeriod`),
  currency: `${settlement}/ram:InvoiceCurrencyCode`,
  taxCurrency: `${settlement}/ram:TaxCurrencyCode`,
  seller: partyAt(`${agreement}/ram:SellerTradeParty`),
  buyer: partyAt(`${agreement}/ram:BuyerTradeParty`),
  payee: partyAt(`${settlement}/ram:PayeeTradeParty`),
  references: {
    buyerReference: `${agreement}/ram:BuyerReference`,
    order: `${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`,
    contract: `${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`,
    project: `${agreement}/ram:SpecifiedProcuringProject/ram:ID`,
    precedingInvoices: `${settlement}/ram:InvoiceReferencedDocument/ram:IssuerAssignedID`,
  },
  notes: `${document}/ram:IncludedNote/ram:Content`,
  payment: {
    terms: `${settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`,
    remittance: `${settlement}/ram:PaymentReference`,
    means: `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`,
    code: 'ram:TypeCode',
    accounts: [
      'ram:PayeePartyCreditorFinancialAccount/ram:IBANID',
      'ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID',
    ],
    accountName: 'ram:PayeePartyCreditorFinancialAccount/ram:AccountName',
    bic: 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID',
  },
  lines: `${trade}/ram:IncludedSupplyChainTradeLineItem`,
  line: {
    id: 'ram:AssociatedDocumentLineDocument/ram:LineID',
    name: 'ram:SpecifiedTradeProduct/ram:Name',
    description: 'ram:SpecifiedTradeProduct/ram:Description',
    note: 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content',
    orderLine: `${lineAgreement}/ram:BuyerOrderReferencedDocument/ram:LineID`,
    quantity: 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
    unitPrice: `${lineAgreement}/ram:NetPriceProductTradePrice/ram:ChargeAmount`,
    baseQuantity: `${lineAgreement}/ram:NetPriceProductTradePrice/ram:BasisQuantity`,
    netAmount: `${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
    taxCategory: `${lineSettlement}/ram:ApplicableTradeTax/ram:CategoryCode`,
    taxRate: `${lineSettlement}/ram:ApplicableTradeTax/ram:RateApplicablePercent`,
    period: periodAt(`${lineSettlement}/ram:BillingSpecifiedPeriod`),
    adjustments: { ...adjustmentAt(`${lineSettlement}/ram:SpecifiedTradeAllowanceCharge`), tax: undefined },
    counts: (line) => !notAdded.has(textAt(line, 'ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode')),
  },
  adjustments: [adjustment, logistics],
  taxTotals: `${totals}/ram:TaxTotalAmount`,
  taxGroups: (invoice) => [invoice],
  tax: {
    at: `${settlement}/ram:ApplicableTradeTax`,
    category: 'ram:CategoryCode',
    rate: 'ram:RateApplicablePercent',
    basis: 'ram:BasisAmount',
    amount: 'ram:CalculatedAmount',
    exemptionReason: 'ram:ExemptionReason',
    exemptionCode: 'ram:ExemptionReasonCode',
  },
  totals: {
    lineNet: `${totals}/ram:LineTotalAmount`,
    allowances: `${totals}/ram:AllowanceTotalAmount`,
    charges: `${totals}/ram:ChargeTotalAmount`,
    taxExclusive: `${totals}/ram:TaxBasisTotalAmount`,
    taxInclusive: `${totals}/ram:GrandTotalAmount`,
    prepaid: `${totals}/ram:TotalPrepaidAmount`,
    rounding: `${totals}/ram:RoundingAmount`,
    payable: `${totals}/ram:DuePayableAmount`,
  },
}

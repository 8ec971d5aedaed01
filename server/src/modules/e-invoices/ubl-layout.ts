import type { AdjustmentLayout, Layout, PartyLayout } from './layout.ts'
import { elementsAt, textAt } from './xml-path.ts'
import type { XmlElement } from './xml-tree.ts'

/** UBL 2.1 as EN 16931-3-2 uses it. Invoice and credit note differ in four names. */
export const ublLayout = (document: 'Invoice' | 'CreditNote'): Layout => {
  const isInvoice = document === 'Invoice'
  return {
    syntax: 'ubl',
    dateText: ({ text }) => /^(?<date>\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(text.trim())?.groups?.date,
    profile: 'cbc:CustomizationID',
    number: 'cbc:ID',
    typeCode: isInvoice ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode',
    issueDate: 'cbc:IssueDate',
    dueDate: isInvoice ? 'cbc:DueDate' : 'cac:PaymentMeans/cbc:PaymentDueDate',
    deliveryDate: 'cac:Delivery/cbc:ActualDeliveryDate',
    period: { from: 'cac:InvoicePeriod/cbc:StartDate', to: 'cac:InvoicePeriod/cbc:EndDate' },
    currency: 'cbc:DocumentCurrencyCode',
    taxCurrency: 'cbc:TaxCurrencyCode',
    seller: partyAt('cac:AccountingSupplierParty/cac:Party'),
    buyer: partyAt('cac:AccountingCustomerParty/cac:Party'),
    payee: { ...partyAt('cac:PayeeParty'), name: 'cac:PartyName/cbc:Name' },
    references: {
      buyerReference: 'cbc:BuyerReference',
      order: 'cac:OrderReference/cbc:ID',
      contract: 'cac:ContractDocumentReference/cbc:ID',
      project: 'cac:ProjectReference/cbc:ID',
      precedingInvoices: 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID',
    },
    notes: 'cbc:Note',
    payment: {
      terms: 'cac:PaymentTerms/cbc:Note',
      remittance: 'cac:PaymentMeans/cbc:PaymentID',
      means: 'cac:PaymentMeans',
      code: 'cbc:PaymentMeansCode',
      accounts: ['cac:PayeeFinancialAccount/cbc:ID'],
      accountName: 'cac:PayeeFinancialAccount/cbc:Name',
      bic: 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID',
    },
    lines: isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine',
    line: {
      id: 'cbc:ID',
      name: 'cac:Item/cbc:Name',
      description: 'cac:Item/cbc:Description',
      note: 'cbc:Note',
      orderLine: 'cac:OrderLineReference/cbc:LineID',
      quantity: isInvoice ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity',
      unitPrice: 'cac:Price/cbc:PriceAmount',
      baseQuantity: 'cac:Price/cbc:BaseQuantity',
      netAmount: 'cbc:LineExtensionAmount',
      taxCategory: 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
      taxRate: 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
      period: { from: 'cac:InvoicePeriod/cbc:StartDate', to: 'cac:InvoicePeriod/cbc:EndDate' },
      adjustments: { ...adjustment, tax: undefined },
      counts: () => true,
    },
    adjustments: [adjustment],
    taxTotals: 'cac:TaxTotal/cbc:TaxAmount',
    taxGroups,
    tax: {
      at: 'cac:TaxSubtotal',
      category: 'cac:TaxCategory/cbc:ID',
      rate: 'cac:TaxCategory/cbc:Percent',
      basis: 'cbc:TaxableAmount',
      amount: 'cbc:TaxAmount',
      exemptionReason: 'cac:TaxCategory/cbc:TaxExemptionReason',
      exemptionCode: 'cac:TaxCategory/cbc:TaxExemptionReasonCode',
    },
    totals: {
      lineNet: 'cac:LegalMonetaryTotal/cbc:LineExtensionAmount',
      allowances: 'cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount',
      charges: 'cac:LegalMonetaryTotal/cbc:ChargeTotalAmount',
      taxExclusive: 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount',
      taxInclusive: 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount',
      prepaid: 'cac:LegalMonetaryTotal/cbc:PrepaidAmount',
      rounding: 'cac:LegalMonetaryTotal/cbc:PayableRoundingAmount',
      payable: 'cac:LegalMonetaryTotal/cbc:PayableAmount',
    },
  }
}

const partyAt = (at: string): PartyLayout => ({
  at,
  name: 'cac:PartyLegalEntity/cbc:RegistrationName',
  tradingName: 'cac:PartyName/cbc:Name',
  vatId: (party) => taxNumberOf(party, (scheme) => scheme === 'VAT'),
  taxRegistration: (party) => taxNumberOf(party, (scheme) => scheme !== 'VAT'),
  legalId: 'cac:PartyLegalEntity/cbc:CompanyID',
  electronicAddress: 'cbc:EndpointID',
  addressLines: [
    'cac:PostalAddress/cbc:StreetName',
    'cac:PostalAddress/cbc:AdditionalStreetName',
    'cac:PostalAddress/cac:AddressLine/cbc:Line',
  ],
  city: 'cac:PostalAddress/cbc:CityName',
  postalCode: 'cac:PostalAddress/cbc:PostalZone',
  region: 'cac:PostalAddress/cbc:CountrySubentity',
  country: 'cac:PostalAddress/cac:Country/cbc:IdentificationCode',
  contactName: 'cac:Contact/cbc:Name',
  phone: 'cac:Contact/cbc:Telephone',
  email: 'cac:Contact/cbc:ElectronicMail',
})

const taxNumberOf = (party: XmlElement, isWanted: (scheme: string | undefined) => boolean): string | undefined =>
  elementsAt(party, 'cac:PartyTaxScheme')
    .filter((scheme) => isWanted(textAt(scheme, 'cac:TaxScheme/cbc:ID')?.toUpperCase()))
    .map((scheme) => textAt(scheme, 'cbc:CompanyID'))
    .find((number) => number !== undefined)

const adjustment: AdjustmentLayout = {
  at: 'cac:AllowanceCharge',
  isCharge: 'cbc:ChargeIndicator',
  amount: 'cbc:Amount',
  reason: 'cbc:AllowanceChargeReason',
  reasonCode: 'cbc:AllowanceChargeReasonCode',
  tax: { category: 'cac:TaxCategory/cbc:ID', rate: 'cac:TaxCategory/cbc:Percent' },
}

/** The other total, in the accounting currency of the tax, has no breakdown that counts. */
const taxGroups: Layout['taxGroups'] = (document, currency) =>
  elementsAt(document, 'cac:TaxTotal').filter((total) =>
    elementsAt(total, 'cbc:TaxAmount').every(
      ({ attributes }) => (attributes.get('currencyID') ?? currency) === currency,
    ),
  )

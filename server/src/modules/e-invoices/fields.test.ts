import { describe, expect, test } from 'vitest'
import { changed, cii, refusedWith, ubl } from '#test/e-invoice-samples.ts'
import { interpretInvoice } from './interpret-invoice.ts'

const supplier = '/Invoice/AccountingSupplierParty/Party'
const trade = '/CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTrade'

describe('what is missing is named by business term and by its place in the file', () => {
  test.each([
    ['profile', 'BT-24', /<cbc:CustomizationID>.*/, '', '/Invoice/CustomizationID'],
    ['number', 'BT-1', '<cbc:ID>PR-2026-041</cbc:ID>', '', '/Invoice/ID'],
    ['number', 'BT-1', '<cbc:ID>PR-2026-041<', '<cbc:ID> \n <', '/Invoice/ID'],
    ['issueDate', 'BT-2', /<cbc:IssueDate>.*/, '', '/Invoice/IssueDate'],
    ['typeCode', 'BT-3', /<cbc:InvoiceTypeCode>.*/, '', '/Invoice/InvoiceTypeCode'],
    ['currency', 'BT-5', /<cbc:DocumentCurrencyCode>.*/, '', '/Invoice/DocumentCurrencyCode'],
    ['seller/name', 'BT-27', '>Priya Raman</cbc:Reg', '></cbc:Reg', `${supplier}/PartyLegalEntity/RegistrationName`],
    [
      'seller/name',
      'BT-27',
      /<cac:AccountingSupplier[\s\S]*SupplierParty>/,
      '',
      `${supplier}/PartyLegalEntity/RegistrationName`,
    ],
    [
      'buyer/name',
      'BT-44',
      '>Northwind<',
      '><',
      '/Invoice/AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName',
    ],
    ['lines', 'BG-25', /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, '', '/Invoice/InvoiceLine'],
    ['lines/1/id', 'BT-126', '<cbc:ID>2</cbc:ID>', '', '/Invoice/InvoiceLine[2]/ID'],
    ['lines/1/name', 'BT-153', 'Train &amp; bus', '', '/Invoice/InvoiceLine[2]/Item/Name'],
    ['lines/1/quantity', 'BT-129', '"C62">1<', '"C62"><', '/Invoice/InvoiceLine[2]/InvoicedQuantity'],
    ['lines/1/unitPrice', 'BT-146', /<cac:Price><cbc.*/, '', '/Invoice/InvoiceLine[2]/Price/PriceAmount'],
    ['lines/0/netAmount', 'BT-131', '>600.00<', '><', '/Invoice/InvoiceLine[1]/LineExtensionAmount'],
    [
      'adjustments/0/amount',
      'BT-92/BT-99',
      '>10.00</cbc:Amount>',
      '></cbc:Amount>',
      '/Invoice/AllowanceCharge[1]/Amount',
    ],
    ['taxes', 'BG-23', /<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/, '', '/Invoice/TaxTotal[1]/TaxSubtotal'],
    ['totals/payable', 'BT-115', /<cbc:PayableAmount.*/, '', '/Invoice/LegalMonetaryTotal/PayableAmount'],
  ])('%s (%s) after taking away %s', (field, term, from, to, place) => {
    expect(() => interpretInvoice(changed(ubl, from, to))).toThrow(
      refusedWith('e-invoice-incomplete', { pointer: `#/${field}`, term, place, says: /, (is|are) missing/ }),
    )
  })

  test('all at once, so that the file has to be mended only once', () => {
    const xml = [/<ID>PR.*/, /<IssueDateTime>.*/, '<Name>Priya Raman</Name>'].reduce<string>(
      (text, part) => changed(text, part, ''),
      cii,
    )

    expect(() => interpretInvoice(xml)).toThrow(
      refusedWith(
        'e-invoice-incomplete',
        { pointer: '#/number', term: 'BT-1', place: '/CrossIndustryInvoice/ExchangedDocument/ID', says: /missing/ },
        {
          pointer: '#/issueDate',
          term: 'BT-2',
          place: '/CrossIndustryInvoice/ExchangedDocument/IssueDateTime/DateTimeString',
          says: /missing/,
        },
        {
          pointer: '#/seller/name',
          term: 'BT-27',
          place: `${trade}Agreement/SellerTradeParty/Name`,
          says: /missing/,
        },
      ),
    )
  })

  test('but never more than fifty times in one answer', () => {
    const many = changed(ubl, /<cac:InvoiceLine>/, `${'<cac:InvoiceLine/>'.repeat(500)}<cac:InvoiceLine>`)

    expect(() => interpretInvoice(many)).toThrow(
      expect.objectContaining({ extras: { errors: expect.objectContaining({ length: 50 }) } }),
    )
  })
})

describe('what cannot be understood is named with what the file says', () => {
  const total = '/Invoice/LegalMonetaryTotal'

  test.each([
    [
      'issueDate',
      'BT-2',
      '>2026-10-31</cbc:IssueDate>',
      '>2026-02-30</cbc:IssueDate>',
      '/Invoice/IssueDate',
      /“2026-02-30”, which is no date/,
    ],
    [
      'issueDate',
      'BT-2',
      '>2026-10-31</cbc:IssueDate>',
      '>31.10.2026</cbc:IssueDate>',
      '/Invoice/IssueDate',
      /“31\.10\.2026”/,
    ],
    ['dueDate', 'BT-9', '2026-11-30', 'soon', '/Invoice/DueDate', /“soon”, which is no date/],
    [
      'typeCode',
      'BT-3',
      '>380<',
      '>999<',
      '/Invoice/InvoiceTypeCode',
      /is 999, which is neither an invoice nor a credit note/,
    ],
    ['currency', 'BT-5', 'Code>EUR<', 'Code>euro<', '/Invoice/DocumentCurrencyCode', /“euro”, which is no currency/],
    ['totals/payable', 'BT-115', '>700.00<', '>7e2<', `${total}/PayableAmount`, /“7e2”, which is no decimal number/],
    [
      'totals/payable',
      'BT-115',
      '>700.00<',
      '>700.005<',
      `${total}/PayableAmount`,
      /700\.005, which is too large or too fine for EUR/,
    ],
    [
      'totals/payable',
      'BT-115',
      '"EUR">700.00<',
      '"USD">700.00<',
      `${total}/PayableAmount`,
      /is in USD where EUR is expected/,
    ],
    ['lines/0/quantity', 'BT-129', '>7.75<', '>seven<', '/Invoice/InvoiceLine[1]/InvoicedQuantity', /“seven”/],
    [
      'lines/0/baseQuantity',
      'BT-149',
      '>10</cbc:Base',
      '>0.0</cbc:Base',
      '/Invoice/InvoiceLine[1]/Price/BaseQuantity',
      /must be more than zero/,
    ],
    [
      'adjustments/1/kind',
      'BG-20/BG-21',
      '>true<',
      '>yes<',
      '/Invoice/AllowanceCharge[2]/ChargeIndicator',
      /must say true \(a charge\) or false/,
    ],
    [
      'totals/taxInAccountingCurrency',
      'BT-111',
      '"GBP">',
      '"SEK">',
      '/Invoice/TaxTotal[2]/TaxAmount',
      /is in SEK, which this invoice has nothing to do with/,
    ],
  ])('%s (%s): %s → %s', (field, term, from, to, place, says) => {
    expect(() => interpretInvoice(changed(ubl, from, to))).toThrow(
      refusedWith('e-invoice-incomplete', { pointer: `#/${field}`, term, place, says }),
    )
  })

  test.each([
    ['another format', changed(cii, '"102">20261031', '"610">202610')],
    ['a day that is none', changed(cii, '"102">20261031', '"102">20261131')],
    ['a day with dashes', changed(cii, '"102">20261031', '"102">2026-10-31')],
  ])('a date of the other syntax in %s', (_, xml) => {
    const place = '/CrossIndustryInvoice/ExchangedDocument/IssueDateTime/DateTimeString'

    expect(() => interpretInvoice(xml)).toThrow(
      refusedWith('e-invoice-incomplete', { pointer: '#/issueDate', term: 'BT-2', place, says: /which is no date/ }),
    )
  })
})

describe('what stands there twice is refused, because which one counts could only be guessed', () => {
  test.each([
    ['number', 'BT-1', /<cbc:ID>PR-2026-041<\/cbc:ID>/, '/Invoice/ID[1]'],
    ['issueDate', 'BT-2', /<cbc:IssueDate>.*/, '/Invoice/IssueDate[1]'],
    ['totals/payable', 'BT-115', /<cbc:PayableAmount.*/, '/Invoice/LegalMonetaryTotal/PayableAmount[1]'],
    ['totals/tax', 'BT-110', /<cac:TaxTotal><cbc.*/, '/Invoice/TaxTotal[2]/TaxAmount'],
  ])('%s (%s)', (field, term, part, place) => {
    const twice = changed(ubl, part, '$&$&').replace('"GBP">96.10', '"EUR">113.05').replace('"GBP">96.10', '"EUR">1')

    expect(() => interpretInvoice(twice)).toThrow(
      expect.objectContaining({
        slug: 'e-invoice-incomplete',
        extras: { errors: expect.arrayContaining([expect.objectContaining({ pointer: `#/${field}`, term, place })]) },
      }),
    )
  })
})

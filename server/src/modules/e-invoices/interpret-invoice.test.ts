import { describe, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { interpretInvoice } from './interpret-invoice.ts'

const asCreditNote = (xml: string): string =>
  xml
    .replaceAll(/(?<=<\/?)Invoice(?=[\s>])/g, 'CreditNote')
    .replace('xsd:Invoice-2', 'xsd:CreditNote-2')
    .replace('<cbc:DueDate>2026-11-30</cbc:DueDate>', '')
    .replace('<cbc:PaymentMeansCode>', '<cbc:PaymentDueDate>2026-11-30</cbc:PaymentDueDate><cbc:PaymentMeansCode>')
    .replaceAll('InvoiceTypeCode>', 'CreditNoteTypeCode>')
    .replace('>380<', '>381<')
    .replaceAll('InvoicedQuantity', 'CreditedQuantity')
    .replaceAll('cac:InvoiceLine', 'cac:CreditNoteLine')

describe('an e-invoice is read', () => {
  const invoice = interpretInvoice(ubl)

  test('the same from UBL as from CII', () => {
    const { syntax, profile, ...other } = interpretInvoice(cii)

    expect([syntax, profile]).toEqual(['cii', 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic'])
    expect({ ...other, syntax: 'ubl', profile: invoice.profile }).toEqual(invoice)
  })

  test('with who asks for the money and where it should go', () => {
    expect(invoice).toMatchObject({
      kind: 'invoice',
      number: 'PR-2026-041',
      issueDate: '2026-10-31',
      dueDate: '2026-11-30',
      seller: { name: 'Priya Raman', vatId: 'DE123456789', taxRegistration: '201/123/12340', legalId: 'HRA 12345' },
      buyer: { name: 'Northwind', address: { country: 'US' } },
      payment: { remittance: 'PR-2026-041', means: [{ account: 'DE89370400440532013000', bic: 'COBADEFFXXX' }] },
    })
  })

  test('with every line, its exact quantity and price, and its net amount', () => {
    expect(invoice.lines).toMatchObject([
      { quantity: '7.75', unitCode: 'HUR', unitPrice: '800', baseQuantity: '10', netAmount: money(60_000n, 'EUR') },
      { name: 'Train & bus', quantity: '1', baseQuantity: '1', netAmount: money(2_000n, 'EUR'), taxRate: '0' },
    ])
  })

  test('with its totals, and the accounting tax in its own currency', () => {
    const euro = (minor: bigint) => money(minor, 'EUR')

    expect(invoice.totals).toEqual({
      lineNet: euro(62_000n),
      allowances: euro(1_000n),
      charges: euro(500n),
      taxExclusive: euro(61_500n),
      tax: euro(11_305n),
      taxInAccountingCurrency: money(9_610n, 'GBP'),
      taxInclusive: euro(72_805n),
      prepaid: euro(2_800n),
      rounding: euro(-5n),
      payable: euro(70_000n),
    })
  })

  test('as a credit note when it is one', () => {
    const note = interpretInvoice(asCreditNote(ubl))

    expect(note).toEqual({ ...invoice, kind: 'credit-note', typeCode: '381' })
  })

  test('and tells when a line’s price does not explain its amount, which rounded prices often do not', () => {
    const rounded = interpretInvoice(changed(ubl, '>7.75<', '>7.7506<'))

    expect(invoice.lines.map(({ followsFromPrice }) => followsFromPrice)).toEqual([true, true])
    expect(rounded.lines.map(({ followsFromPrice }) => followsFromPrice)).toEqual([false, true])
  })

  test('without a due date when instalments have a date each', () => {
    const another = '<d:DateTimeString format="102">20261231</d:DateTimeString>'
    const terms = `<SpecifiedTradePaymentTerms><DueDateDateTime>${another}</DueDateDateTime></SpecifiedTradePaymentTerms>`

    expect(interpretInvoice(changed(cii, '<SpecifiedTradePaymentTerms>', `${terms}$&`)).dueDate).toBeUndefined()
  })

  test('without the headings and remarks that EXTENDED puts between the lines', () => {
    const remark = /<IncludedSupplyChainTradeLineItem>[\s\S]*?<\/IncludedSupplyChainTradeLineItem>/.exec(cii)![0]
    const heading = remark.replace('</LineID>', '</LineID><LineStatusReasonCode>GROUP</LineStatusReasonCode>')

    expect(interpretInvoice(changed(cii, remark, `${heading}${remark}`)).lines).toEqual(invoice.lines)
  })

  test('with the transport charge that EXTENDED has an element of its own for', () => {
    const charge =
      /<SpecifiedTradeAllowanceCharge>\s*<ChargeIndicator><d:Indicator>true[\s\S]*?<\/SpecifiedTradeAllowanceCharge>/
    const tax =
      '<AppliedTradeTax><CategoryCode>S</CategoryCode><RateApplicablePercent>19</RateApplicablePercent></AppliedTradeTax>'
    const transport = `<SpecifiedLogisticsServiceCharge><Description>Courier</Description><AppliedAmount>5</AppliedAmount>${tax}</SpecifiedLogisticsServiceCharge>`

    expect(interpretInvoice(changed(cii, charge, transport)).adjustments).toEqual(invoice.adjustments)
  })

  test('in a currency without cents', () => {
    const yen = cii.replaceAll(/EUR/g, 'JPY').replaceAll(/(?<=Amount[^>]*>)(-?\d+)\.(\d\d)(?=<)/g, '$1$2.00')

    expect(interpretInvoice(yen).totals.payable).toEqual(money(70_000n, 'JPY'))
  })
})

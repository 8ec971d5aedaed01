import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, cii, refusedWith, ubl } from '#test/e-invoice-samples.ts'
import { interpretInvoice } from './interpret-invoice.ts'

const total = '/Invoice/LegalMonetaryTotal'

const doesNotAddUp = (pointer: string, term: string, place: string, says: RegExp) =>
  refusedWith('e-invoice-does-not-add-up', { pointer, term, place, says })

/** The sample with another tax and everything after it changed to match. */
const withTaxOff = (by: number): string =>
  ['113.05</TaxTotal', '113.05</Calc', '728.05', '700.00'].reduce(
    (text, amount) =>
      changed(
        text,
        amount,
        amount.replace(/^[\d.]+/, (number) => (Number(number) + by).toFixed(2)),
      ),
    cii,
  )

describe('a sum that its parts do not make is refused with both amounts', () => {
  test('the lines (BT-106)', () => {
    const xml = changed(changed(ubl, '>620.00<', '>630.00<'), '>615.00<', '>625.00<')

    expect(() => interpretInvoice(xml)).toThrow(
      refusedWith(
        'e-invoice-does-not-add-up',
        {
          pointer: '#/totals/lineNet',
          term: 'BT-106',
          place: `${total}/LineExtensionAmount`,
          says: /^BT-106, the sum of the lines, is 630\.00 EUR, but the lines \(BT-131\) make 620\.00 EUR\. Its place/,
        },
        {
          pointer: '#/totals/taxInclusive',
          term: 'BT-112',
          place: `${total}/TaxInclusiveAmount`,
          says: /is 728\.05 EUR, but .* make 738\.05 EUR/,
        },
      ),
    )
  })

  test.each([
    [
      'totals/taxExclusive',
      'BT-109',
      'TaxExclusiveAmount',
      '>615.00<',
      '>615.01<',
      /is 615\.01 EUR, but .* make 615\.00 EUR/,
    ],
    [
      'totals/taxInclusive',
      'BT-112',
      'TaxInclusiveAmount',
      '>728.05<',
      '>728.04<',
      /is 728\.04 EUR, but .* make 728\.05 EUR/,
    ],
    ['totals/payable', 'BT-115', 'PayableAmount', '>700.00<', '>700.01<', /is 700\.01 EUR, but .* make 700\.00 EUR/],
    ['totals/payable', 'BT-115', 'PayableAmount', '>28.00<', '>28.05<', /is 700\.00 EUR, but .* make 699\.95 EUR/],
    ['totals/payable', 'BT-115', 'PayableAmount', '>-0.05<', '>0.05<', /is 700\.00 EUR, but .* make 700\.10 EUR/],
  ])('%s (%s): %s %s → %s', (field, term, element, from, to, says) => {
    const xml = changed(ubl, from, to)

    expect(() => interpretInvoice(xml)).toThrow(
      expect.objectContaining({
        slug: 'e-invoice-does-not-add-up',
        extras: {
          errors: expect.arrayContaining([
            { pointer: `#/${field}`, term, place: `${total}/${element}`, detail: expect.stringMatching(says) },
          ]),
        },
      }),
    )
  })

  test('allowances that are left out of their sum (BT-107)', () => {
    const xml = changed(ubl, /<cbc:AllowanceTotalAmount.*/, '')

    expect(() => interpretInvoice(xml)).toThrow(
      expect.objectContaining({
        extras: {
          errors: expect.arrayContaining([
            {
              pointer: '#/totals/allowances',
              term: 'BT-107',
              place: `${total}/AllowanceTotalAmount`,
              detail: expect.stringMatching(/is 0\.00 EUR, but the allowances \(BT-92\) make 10\.00 EUR/),
            },
          ]),
        },
      }),
    )
  })

  test('the tax (BT-110), and never the tax in another currency in its stead', () => {
    const xml = changed(ubl, /<cbc:TaxAmount currencyID="EUR">113.05<\/cbc:TaxAmount>/, '')

    expect(() => interpretInvoice(xml)).toThrow(
      expect.objectContaining({
        slug: 'e-invoice-does-not-add-up',
        extras: {
          errors: expect.arrayContaining([
            expect.objectContaining({
              pointer: '#/totals/tax',
              detail: expect.stringMatching(/is 0\.00 EUR.*113\.05 EUR/),
            }),
          ]),
        },
      }),
    )
  })
})

describe('a tax breakdown is refused', () => {
  const settlement = '/CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

  test('when the tax is more than one whole unit from its rate', () => {
    expect(() => interpretInvoice(withTaxOff(1.01))).toThrow(
      doesNotAddUp(
        '#/taxes/0/amount',
        'BT-117',
        `${settlement}/ApplicableTradeTax[1]/CalculatedAmount`,
        /is 114\.06 EUR, but 19 % of 595\.00 EUR are 113\.05 EUR/,
      ),
    )
  })

  test('when an exempt category has tax, be it a cent', () => {
    const xml = ['>0.00</CalculatedAmount', '>113.05</TaxTotal', '>728.05<', '>700.00<'].reduce(
      (text, amount, index) =>
        changed(text, amount, amount.replace(/\d+\.\d\d/, ['0.01', '113.06', '728.06', '700.01'][index]!)),
      cii,
    )

    expect(() => interpretInvoice(xml)).toThrow(
      doesNotAddUp(
        '#/taxes/1/amount',
        'BT-117',
        `${settlement}/ApplicableTradeTax[2]/CalculatedAmount`,
        /is 0\.01 EUR, but 0 % of 20\.00 EUR are 0\.00 EUR/,
      ),
    )
  })

  test('when what it taxes is not what the lines, charges and allowances make', () => {
    const xml = changed(cii, '>595.00<', '>597.00<')

    expect(() => interpretInvoice(xml)).toThrow(
      doesNotAddUp(
        '#/taxes/0/basis',
        'BT-116',
        `${settlement}/ApplicableTradeTax[1]/BasisAmount`,
        /is 597\.00 EUR, but everything of S at 19 % makes 595\.00 EUR/,
      ),
    )
  })

  test('when it has a category twice', () => {
    const xml = changed(cii, /<ApplicableTradeTax>\s*<CalculatedAmount>0\.00[\s\S]*?<\/ApplicableTradeTax>/, '$&$&')

    expect(() => interpretInvoice(xml)).toThrow(
      doesNotAddUp(
        '#/taxes/2/category',
        'BT-118',
        `${settlement}/ApplicableTradeTax[3]/CategoryCode`,
        /has E at 0 % a second time/,
      ),
    )
  })

  test('when a line is taxed in a way that it does not have', () => {
    const xml = changed(ubl, /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)E/, '$1Z')

    expect(() => interpretInvoice(xml)).toThrow(
      expect.objectContaining({
        extras: {
          errors: expect.arrayContaining([
            expect.objectContaining({
              pointer: '#/lines/1/taxCategory',
              term: 'BT-151',
              place: '/Invoice/InvoiceLine[2]/Item/ClassifiedTaxCategory/ID',
              detail: expect.stringMatching(/is Z at 0 %, which the tax breakdown \(BG-23\) does not have/),
            }),
          ]),
        },
      }),
    )
  })
})

describe('an invoice is read', () => {
  test('whose tax was rounded line by line, as the official rules allow (BR-CO-17)', () => {
    expect(interpretInvoice(withTaxOff(0.03)).totals.tax.minor).toBe(11_308n)
    expect(interpretInvoice(withTaxOff(1)).totals.tax.minor).toBe(11_405n)
  })

  const amount = fc.bigInt(-(10n ** 9n), 10n ** 9n)
  const written = (minor: bigint) => {
    const digits = `${minor < 0n ? -minor : minor}`.padStart(3, '0')
    return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }
  const totals = (values: Readonly<Record<string, bigint>>): string =>
    Object.entries(values).reduce(
      (text, [element, minor]) =>
        changed(text, new RegExp(`(?<=<${element}(?: currencyID="EUR")?>)-?[\\d.]+`), `${written(minor)}0`),
      cii,
    )

  test('whatever its amounts are, as long as they add up, and is refused as soon as one is a cent off', () => {
    const fields = ['GrandTotalAmount', 'TotalPrepaidAmount', 'RoundingAmount', 'DuePayableAmount', 'TaxTotalAmount']
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...fields), (prepaid, rounding, wrong) => {
        const right = {
          GrandTotalAmount: 72_805n,
          TotalPrepaidAmount: prepaid,
          RoundingAmount: rounding,
          DuePayableAmount: 72_805n - prepaid + rounding,
          TaxTotalAmount: 11_305n,
        }

        expect(interpretInvoice(totals(right)).totals.payable.minor).toBe(right.DuePayableAmount)
        const off = { ...right, [wrong]: right[wrong as keyof typeof right] + 1n }
        expect(() => interpretInvoice(totals(off))).toThrow(
          expect.objectContaining({ slug: 'e-invoice-does-not-add-up' }),
        )
      }),
    )
  })
})

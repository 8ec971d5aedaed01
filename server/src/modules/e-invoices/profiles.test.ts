import { describe, expect, test } from 'vitest'
import { changed, cii, refusedWith, ubl } from '#test/e-invoice-samples.ts'
import { interpretInvoice } from './interpret-invoice.ts'

describe('a file that is no e-invoice of ours is refused', () => {
  test.each([
    ['a web page', '<html><body>Invoice</body></html>', /outermost element is html/],
    ['an invoice without its namespace', ubl.replaceAll(/xmlns="[^"]*"/g, ''), /Invoice of the namespace “”/],
    ['an order', changed(ubl, 'xsd:Invoice-2', 'xsd:Order-2'), /Order-2/],
  ])('%s', (_, xml, says) => {
    expect(() => interpretInvoice(xml)).toThrow(
      expect.objectContaining({
        slug: 'e-invoice-unreadable',
        extras: { errors: [{ pointer: '#', detail: expect.stringMatching(says) }] },
      }),
    )
  })

  test('ZUGFeRD 1.0, with what to ask for instead', () => {
    const old = '<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0"/>'

    expect(() => interpretInvoice(old)).toThrow(
      expect.objectContaining({
        slug: 'e-invoice-unsupported-profile',
        extras: { errors: [{ pointer: '#', detail: expect.stringMatching(/ZUGFeRD 1\.0\. Ask for/) }] },
      }),
    )
  })

  test.each(['minimum', 'basicwl'])('the profile %s, which has no lines', (profile) => {
    const place = '/CrossIndustryInvoice/ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'

    expect(() => interpretInvoice(changed(cii, /urn:cen[^<]*/, `urn:factur-x.eu:1p0:${profile}`))).toThrow(
      refusedWith('e-invoice-unsupported-profile', {
        pointer: '#/lines',
        term: 'BG-25',
        place,
        says: /^BG-25, the invoice lines, are missing: the profile (MINIMUM|BASIC WL) .* BASIC, EN 16931 or XRechnung/,
      }),
    )
  })

  test.each(['urn:www.cenbii.eu:transaction:biitrns010:ver2.0', 'urn:cen.eu:en16931:20170', '123'])(
    'the profile %s, which does not follow EN 16931',
    (profile) => {
      expect(() => interpretInvoice(changed(ubl, /urn:cen[^<]*/, profile))).toThrow(
        refusedWith('e-invoice-unsupported-profile', {
          pointer: '#/profile',
          term: 'BT-24',
          place: '/Invoice/CustomizationID',
          says: /^BT-24, the specification identifier, is “.*”\. What is read here follows EN 16931/,
        }),
      )
    },
  )
})

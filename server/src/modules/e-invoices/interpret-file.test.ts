import { describe, expect, test } from 'vitest'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { pdfWithFile } from '#test/pdf-with-file.ts'
import { interpretFile } from './interpret-file.ts'
import { interpretInvoice } from './interpret-invoice.ts'

const refused = (detail: RegExp) =>
  expect.objectContaining({
    slug: 'e-invoice-unreadable',
    extras: { errors: [{ pointer: '#', detail: expect.stringMatching(detail) }] },
  })

const pdfOf = (name: string, xml: string) => pdfWithFile({ name, content: Buffer.from(xml) })

describe('a file is refused', () => {
  test.each([
    ['nothing at all', Buffer.alloc(0), /neither XML nor a PDF/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /neither XML nor a PDF/],
    ['a million blanks', Buffer.alloc(1_000_000, ' '), /neither XML nor a PDF/],
    ['a PDF that only shows an invoice', pdfOf('drawing.xml', ubl), /no e-invoice inside this PDF.*factur-x\.xml/],
    ['the beginning of a PDF', pdfOf('factur-x.xml', cii).subarray(0, 60), /cannot be opened|no e-invoice inside/],
    ['a PDF around something that is no XML', pdfOf('factur-x.xml', 'hello'), /not well-formed XML|exactly one/],
  ])('when it is %s', async (_, bytes, says) => {
    await expect(interpretFile(bytes)).rejects.toThrow(refused(says))
  })
})

describe('a file is read', () => {
  test.each(['factur-x.xml', 'Factur-X.xml', 'xrechnung.xml', 'zugferd-invoice.xml', 'ZUGFeRD-invoice.xml'])(
    'out of a PDF, under the name %s',
    async (name) => {
      expect(await interpretFile(pdfOf(name, cii))).toEqual({ ...interpretInvoice(cii), container: 'pdf' })
    },
  )

  test('out of a PDF whose name tree has branches, and one of them leads back', async () => {
    const direct = pdfOf('factur-x.xml', cii).toString('latin1')
    const branched = direct.replace(
      '<</Names[(factur-x.xml) 3 0 R]>>',
      '<</Kids[1 0 R<</Kids[1 0 R]>><</Names[(a)null(factur-x.xml) 3 0 R]>>]>>',
    )

    expect((await interpretFile(Buffer.from(branched, 'latin1'))).number).toBe('PR-2026-041')
  })

  test('out of a PDF that only names it among its associated files', async () => {
    const associated = pdfOf('factur-x.xml', cii)
      .toString('latin1')
      .replace(/\/Names<<\/EmbeddedFiles.*?\]>>>>/, '/AF[3 0 R]')

    expect((await interpretFile(Buffer.from(associated, 'latin1'))).number).toBe('PR-2026-041')
  })

  test('in UTF-16 and in ISO-8859-1 as well', async () => {
    const utf16 = Buffer.from(`\ufeff${ubl}`, 'utf16le')
    const latin1 = Buffer.from(changed(ubl, 'encoding="UTF-8"', 'encoding="ISO-8859-1"'), 'latin1')

    const invoices = await Promise.all([interpretFile(utf16), interpretFile(latin1)])

    expect(invoices.map(({ seller }) => seller.address.city)).toEqual(['Köln', 'Köln'])
  })
})

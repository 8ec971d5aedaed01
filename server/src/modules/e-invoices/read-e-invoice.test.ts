import { describe, expect, test } from 'vitest'
import { changed, cii, ubl } from '#test/e-invoice-samples.ts'
import { pdfWithFile } from '#test/pdf-with-file.ts'
import { interpretInvoice } from './interpret-invoice.ts'
import { largestEInvoiceBytes, readEInvoice } from './read-e-invoice.ts'

const refused = (detail: RegExp) =>
  expect.objectContaining({
    slug: 'e-invoice-unreadable',
    status: 422,
    extras: { errors: [{ pointer: '#', detail: expect.stringMatching(detail) }] },
  })

describe('a file is refused', () => {
  test('when it has more than 25 MB', async () => {
    const large = Buffer.alloc(largestEInvoiceBytes + 1, '<')

    await expect(readEInvoice(large)).rejects.toThrow(refused(/more than 25 MB/))
  })

  test('with the same findings as in this thread, not as a defect', async () => {
    const wrong = changed(ubl, '>700.00<', '>700.01<')

    await expect(readEInvoice(Buffer.from(wrong))).rejects.toThrow(
      expect.objectContaining({
        slug: 'e-invoice-does-not-add-up',
        status: 422,
        message: 'The amounts in this e-invoice do not add up.',
        extras: { errors: [expect.objectContaining({ pointer: '#/totals/payable', term: 'BT-115' })] },
      }),
    )
  })

  test('when a small PDF would unpack to hundreds of megabytes, while the server goes on', async () => {
    const bomb = pdfWithFile({
      name: 'factur-x.xml',
      content: Buffer.alloc(400 * 1024 * 1024, 'A'),
      dictionary: '/Params<</Size 10>>',
    })
    let answered = 0
    const server = setInterval(() => {
      answered += 1
    }, 10)

    await expect(readEInvoice(bomb)).rejects.toThrow(refused(/more time or memory/))

    clearInterval(server)
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(answered).toBeGreaterThan(20)
  }, 120_000)

  test('and the next file is read as if nothing had happened', async () => {
    const files = [Buffer.from('<a>'.repeat(100_000)), Buffer.from('<!DOCTYPE a><a/>'), Buffer.from(ubl)]

    const [deep, typed, good] = await Promise.allSettled(files.map(readEInvoice))

    expect([deep?.status, typed?.status, good?.status]).toEqual(['rejected', 'rejected', 'fulfilled'])
  })
})

describe('a file is read', () => {
  test('as XML, with its amounts as exact as in this thread', async () => {
    expect(await readEInvoice(Buffer.from(ubl))).toEqual({ ...interpretInvoice(ubl), container: 'xml' })
  })

  test('out of a PDF', async () => {
    const pdf = pdfWithFile({ name: 'factur-x.xml', content: Buffer.from(cii) })

    expect(await readEInvoice(pdf)).toEqual({ ...interpretInvoice(cii), container: 'pdf' })
  })

  test('with twenty megabytes of drawings attached', async () => {
    const drawings = `<cac:AdditionalDocumentReference><cbc:ID>D</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>${'QUJD'.repeat(5_000_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`
    const large = changed(ubl, '<cac:AccountingSupplierParty>', `${drawings}$&`)

    expect((await readEInvoice(Buffer.from(large))).number).toBe('PR-2026-041')
  })
})

import { afterAll, expect, test } from 'vitest'
import { createDocuments } from '#kernel/documents/documents.ts'
import { hostileTexts, madeAt, northwindHead, pagesOf, textOf } from '#test/paper.ts'
import { pdfdetach, popplerTest } from '#test/poppler.ts'
import { type InvoiceDocument, renderInvoice } from './invoice-document.ts'

const documents = createDocuments()
afterAll(() => documents.close())

const line = (index: number) => ({
  ...{ description: `Design of page ${index}`, detail: 'Autumn campaign' },
  ...{ quantity: '8.5 h', unitPrice: '$95.00', amount: '$807.50' },
})
const invoice: InvoiceDocument = {
  ...{ letterhead: northwindHead, paper: 'us-letter', language: 'en', kind: 'Invoice', number: 'PR-2026-0117' },
  due: { label: 'Due 12 Dec 2026', amount: '$1,615.00' },
  facts: [{ label: 'Issued', value: '12 Nov 2026' }],
  parties: [
    { role: 'From', name: 'Priya Raman', details: ['418 Alder Street', 'Portland, OR 97205'] },
    { role: 'To', name: 'Northwind Trading Company, Inc.', details: ['1200 Harbour Way'] },
  ],
  lines: [line(1), line(2)],
  totals: [{ label: 'Total', amount: '$1,615.00', strong: true }],
  payTo: [{ label: 'Account', value: 'checking ·· 8812' }],
  notes: 'Thank you.\nUntil next month.',
}
const made = (changed: Partial<InvoiceDocument> = {}) =>
  renderInvoice(documents, { ...invoice, ...changed }, { createdAt: madeAt })

test('a colour that is none is a defect, not an invoice in another colour', async () => {
  await expect(made({ letterhead: { name: 'Northwind', colour: 'red; }' } })).rejects.toThrow('could not be set')
})

test.each(hostileTexts)('%s stands on the invoice as it was written, wherever it is put', async (text) => {
  const everywhere = await textOf(
    await made({
      ...{ kind: text, number: text, notes: text, foot: text, payTo: [{ label: text, value: text }] },
      ...{ facts: [{ label: text, value: text }], totals: [{ label: text, amount: text, strong: true }] },
      ...{ lines: [{ ...line(1), description: text, detail: text, quantity: text, unitPrice: text, amount: text }] },
      ...{ parties: [{ role: text, name: text, details: [text] }], due: { label: text, amount: text } },
      letterhead: { ...northwindHead, name: text },
    }),
  )

  expect(everywhere.replaceAll(' ', '').split(text.replaceAll(' ', '')).length).toBeGreaterThan(12)
})

test('a name without a blank and a very long description stay on the page', async () => {
  const [page = ''] = await pagesOf(
    await made({
      parties: [{ role: 'From', name: 'W'.repeat(200), details: ['x'.repeat(300)] }],
      lines: [{ ...line(1), description: 'catalogue '.repeat(60) }],
    }),
  )

  expect(page.replaceAll(' ', '')).toContain('W'.repeat(20))
  expect(page).toContain('$807.50')
})

test('an invoice of 200 lines runs over pages that each repeat the head of the table and say which they are', async () => {
  const pages = await pagesOf(await made({ lines: Array.from({ length: 200 }, (_, index) => line(index)) }))

  expect(pages.length).toBeGreaterThan(5)
  for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
  for (const page of pages.slice(0, -1)) expect(page).toMatch(/Description Quantity Unit price Amount/)
  expect(pages.join(' ').match(/Design of page \d+/g)).toHaveLength(200)
  expect(pages.at(-1)).toContain('Total $1,615.00')
})

test('an invoice shows its parties, lines, totals and how to pay', async () => {
  const text = await textOf(await made())

  for (const shown of [
    'PR-2026-0117',
    'Priya Raman',
    'Northwind Trading Company, Inc.',
    'Design of page 2',
    'Thank you.',
  ])
    expect(text).toContain(shown)
  expect(text).toContain('Total $1,615.00')
  expect(text).toContain('checking ·· 8812')
})

test('an invoice in a language written from the right is set from the right, with Latin names in their own order', async () => {
  const text = await textOf(await made({ language: 'ar', kind: 'فاتورة', paper: 'a4' }))

  expect(text).toContain('Northwind Trading Company, Inc.')
  expect(text).not.toContain('U+')
})

test('the same invoice made again is the same file, byte for byte', async () => {
  const [first, again] = [await made(), await made()]

  expect(Buffer.from(again).equals(first)).toBe(true)
})

popplerTest('the e-invoice travels inside the PDF under the name that Factur-X gives it', async () => {
  const attachment = {
    ...{ name: 'factur-x.xml', bytes: Buffer.from('<a/>'), mediaType: 'text/xml' },
    ...({ relationship: 'alternative', description: 'Factur-X' } as const),
  }
  const pdf = await renderInvoice(documents, invoice, { createdAt: madeAt, attachments: [attachment] })

  expect(pdfdetach(pdf)).toContain('1: factur-x.xml')
})

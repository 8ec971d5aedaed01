import { afterAll, expect, test } from 'vitest'
import { createDocuments } from '#kernel/documents/documents.ts'
import { hostileTexts, madeAt, northwindHead, pagesOf, textOf } from '#test/paper.ts'
import { type RemittanceDocument, renderRemittance } from './remittance-document.ts'

const documents = createDocuments()
afterAll(() => documents.close())

const item = (index: number) => ({
  ...{ number: `PR-2026-${index}`, subject: 'Autumn campaign' },
  ...{ invoiced: '$100.00', withheld: '$24.00', paid: '$76.00' },
})
const remittance: RemittanceDocument = {
  ...{ letterhead: northwindHead, paper: 'us-letter', language: 'en', number: 'RA-2026-0311' },
  paid: { label: 'Paid on 12 Nov 2026', amount: '$152.00' },
  facts: [{ label: 'To account', value: 'checking ·· 8812' }],
  parties: [{ role: 'Paid to', name: 'Raman Design LLC', details: ['Portland, OR 97205'] }],
  items: [item(1), item(2)],
  total: { invoiced: '$200.00', withheld: '$48.00', paid: '$152.00' },
}
const made = (changed: Partial<RemittanceDocument> = {}) =>
  renderRemittance(documents, { ...remittance, ...changed }, madeAt)

test.each(hostileTexts)('%s stands on the advice as it was written', async (text) => {
  const shown = await textOf(await made({ notes: text, items: [{ ...item(1), subject: text }] }))

  expect(shown.replaceAll(' ', '').split(text.replaceAll(' ', ''))).toHaveLength(3)
})

test('a payment of 150 invoices runs over several pages and loses none', async () => {
  const pages = await pagesOf(await made({ items: Array.from({ length: 150 }, (_, index) => item(index)) }))

  expect(pages.length).toBeGreaterThan(3)
  expect(pages.join(' ').match(/PR-2026-\d+/g)).toHaveLength(150)
})

test('the advice shows what was invoiced, withheld and paid, invoice by invoice', async () => {
  const text = await textOf(await made())

  expect(text).toContain('PR-2026-1 Autumn campaign $100.00 $24.00 $76.00')
  expect(text).toMatch(/Total ?\$200.00 ?\$48.00 ?\$152.00/)
  expect(text).toContain('Raman Design LLC')
})

test('the name of a payee in East Asia stands in its own letters', async () => {
  const parties = [{ role: 'Paid to', name: '王小明', details: [] }]

  expect(await textOf(await made({ parties }))).toContain('王小明')
})

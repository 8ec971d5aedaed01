import { afterAll, expect, test } from 'vitest'
import { createDocuments } from '#kernel/documents/documents.ts'
import { drawnMark, hostileTexts, madeAt, northwindHead, pagesOf, textOf } from '#test/paper.ts'
import { w9Classifications } from './contract.ts'
import { renderW9, type W9Document } from './w9-document.ts'

const documents = createDocuments()
afterAll(() => documents.close())

const form: W9Document = {
  letterhead: northwindHead,
  requester: { name: 'Northwind Trading Company, Inc.', details: ['1200 Harbour Way'] },
  ...{ name: 'Priya Raman', businessName: 'Raman Design', classification: 'individual', llcCode: '' },
  ...{
    otherClassification: '',
    foreignPartners: false,
    exemptPayeeCode: '',
    fatcaCode: '',
    accountNumbers: '',
    isCopy: false,
  },
  ...{ street: '418 Alder Street, Apt. 3', cityStateZip: 'Portland, OR 97205', secondItemStruck: false },
  tin: { kind: 'ssn', digits: '123456789' },
  signature: { name: 'Priya Raman', date: '12 November 2026', mark: drawnMark },
  evidence: [
    { label: 'Account', value: 'Priya Raman' },
    { label: 'E-mail', value: 'priya.raman@example.com' },
    { label: 'Identified by', value: 'Signed in to their account with two factors' },
    { label: 'Signed', value: '2026-11-12 15:02:22 UTC' },
  ],
}
const made = (changed: Partial<W9Document> = {}) => renderW9(documents, { ...form, ...changed }, madeAt)

test.each(['', '12345678', '1234567890', '12345678a', '123-45-678'])(
  '%j is no taxpayer identification number',
  (digits) => {
    expect(() => made({ tin: { kind: 'ssn', digits } })).toThrow('nine digits')
  },
)

test.each(hostileTexts)('%s stands on the form as it was written', async (text) => {
  const shown = await textOf(await made({ name: text, businessName: text, street: text, otherClassification: text }))

  expect(shown.replaceAll(' ', '').split(text.replaceAll(' ', '')).length).toBeGreaterThan(4)
})

test('the form names its revision and that it is a substitute', async () => {
  expect(await textOf(await made())).toContain('Substitute Form W-9 (Rev. March 2024)')
})

test('the signer certifies under penalties of perjury all four statements, in their official words', async () => {
  const text = await textOf(await made())

  for (const words of [
    'Under penalties of perjury, I certify that:',
    '1. The number shown on this form is my correct taxpayer identification number (or I am waiting for a number to be issued to me); and',
    '2. I am not subject to backup withholding because (a) I am exempt from backup withholding, or (b) I have not been notified by the Internal Revenue Service (IRS) that I am subject to backup withholding as a result of a failure to report all interest or dividends, or (c) the IRS has notified me that I am no longer subject to backup withholding; and',
    '3. I am a U.S. citizen or other U.S. person (defined below); and',
    '4. The FATCA code(s) entered on this form (if any) indicating that I am exempt from FATCA reporting is correct.',
    'The Internal Revenue Service does not require your consent to any provision of this document other than the certifications required to avoid backup withholding.',
  ])
    expect(text).toContain(words)
})

test.each(w9Classifications)(
  'of the seven boxes of line 3a, exactly the one of %s is ticked',
  async (classification) => {
    const text = await textOf(await made({ classification }))

    expect(text.match(/✓/g)).toHaveLength(1)
  },
)

test('a partnership with foreign partners has line 3b ticked too', async () => {
  const text = await textOf(await made({ classification: 'llc', llcCode: 'P', foreignPartners: true }))

  expect(text.match(/✓/g)).toHaveLength(2)
  expect(text).toContain('LLC, taxed as (C, S or P): P')
})

test('the number stands in full, in the groups of its kind', async () => {
  const [ssn, ein] = [
    await textOf(await made()),
    await textOf(await made({ tin: { kind: 'ein', digits: '987654321' } })),
  ]

  expect(ssn).toContain('Social security number')
  expect(ssn.replaceAll(' ', '')).toContain('123–45–6789')
  expect(ein).toContain('Employer identification number')
  expect(ein.replaceAll(' ', '')).toContain('98–7654321')
})

test('somebody who waits for their number says so', async () => {
  const text = await textOf(await made({ tin: { kind: 'applied-for' } }))

  expect(text).toContain('Applied For')
  expect(text.replaceAll(' ', '')).not.toContain('123–45–6789')
})

test('an item that was crossed out is said to be crossed out, and only then', async () => {
  expect(await textOf(await made({ secondItemStruck: true }))).toContain('The signer crossed out item 2.')
  expect(await textOf(await made())).not.toContain('crossed out item 2.')
})

test('the form fits one page, also with long names and every line filled', async () => {
  const pages = await pagesOf(
    await made({
      ...{
        name: 'Adeyemi, Okafor & Partners International Consulting and Illustration Holdings of the Pacific Northwest',
      },
      ...{ businessName: 'The Pacific Northwest Illustration, Lettering and Cartography Company' },
      ...{ classification: 'other', otherClassification: 'Foreign-owned disregarded unincorporated cooperative' },
      ...{
        exemptPayeeCode: '13',
        fatcaCode: 'M',
        accountNumbers: 'NW-00231, NW-00232, NW-00233',
        foreignPartners: true,
      },
      ...{ isCopy: true, tin: { kind: 'ssn', digits: '*****6789' }, secondItemStruck: true },
      evidence: [
        { label: 'Account', value: 'Adeyemi, Okafor & Partners International Consulting' },
        { label: 'E-mail', value: 'accounts.payable.and.tax.forms@international-consulting.example.com' },
        { label: 'Identified by', value: 'Signed in to their account with two factors' },
        { label: 'Signed in', value: '2026-11-12 15:02:22 UTC' },
        { label: 'Address on the network', value: '2001:0db8:85a3:0000:0000:8a2e:0370:7334' },
        { label: 'Signed', value: '2026-11-12 15:02:22 UTC' },
      ],
    }),
  )

  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('12 November 2026')
})
